package org.aurora.gateway.inbound;

/** What another part of the gateway remembers of a call until it is over. */
public interface CallNotes {}
