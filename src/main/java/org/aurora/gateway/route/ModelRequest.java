package org.aurora.gateway.route;

import org.aurora.gateway.chat.ModelFields;

/**
 * A request that names a model.
 *
 * @param body exactly as the caller, or a hook, left it; not to be changed
 * @param fields what the gateway reads of it
 */
public record ModelRequest(byte[] body, ModelFields fields) {
    static ModelRequest read(byte[] body) {
        return new ModelRequest(body, ModelFields.read(body));
    }
}
