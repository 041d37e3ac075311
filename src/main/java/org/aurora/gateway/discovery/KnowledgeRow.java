package org.aurora.gateway.discovery;

import org.aurora.gateway.inventory.ProviderKnowledge;

/**
 * Knowledge about a provider as the columns of its row.
 *
 * @param origin the row's key
 * @param value JSON
 * @param knowledge what is in it
 */
public record KnowledgeRow(String origin, String value, ProviderKnowledge knowledge) {
    static KnowledgeRow of(ProviderKnowledge known) {
        return new KnowledgeRow(known.origin().text(), KnowledgeJson.write(known), known);
    }
}
