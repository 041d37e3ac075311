package org.aurora.gateway.journal;

/** What a setting is called; names of different kinds do not collide. */
public record SettingName(SettingKind kind, String name) {}
