package org.aurora.gateway.resolve;

import java.util.List;
import org.aurora.gateway.access.RuleScope;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;

/**
 * What the text of a rule means on one snapshot.
 *
 * @param scope what the text reads as; a bare name is a model's where a provider has it, else an alias's where there is
 *     one, else a model's that is not known yet
 * @param models how many concrete models it speaks of
 * @param aliases how many enabled aliases it speaks of
 */
record RuleReading(RuleScope scope, int models, int aliases) {
    static RuleReading of(Snapshot snapshot, String text) {
        Inventory inventory = snapshot.inventory();
        Selector selector = inventory.read(text);
        int alias = snapshot.aliases().contains(text) ? 1 : 0;
        if (selector instanceof Selector.Everything) {
            return new RuleReading(
                    RuleScope.GLOBAL,
                    inventory.entries().size(),
                    snapshot.aliases().size());
        }
        if (selector instanceof Selector.WholeProvider whole) {
            return new RuleReading(
                    RuleScope.PROVIDER, inventory.entriesOf(whole.provider()).size(), alias);
        }
        if (selector instanceof Selector.OneModel one) {
            return new RuleReading(RuleScope.PROVIDER_MODEL, inventory.has(one.model()) ? 1 : 0, alias);
        }
        int models = (int) inventory.providers().stream()
                .filter(provider -> inventory.has(new ProviderModel(provider, text)))
                .count();
        boolean anAliasOnly =
                models == 0 && snapshot.aliases().definitions().find(text).isPresent();
        return new RuleReading(anAliasOnly ? RuleScope.ALIAS : RuleScope.MODEL, models, alias);
    }

    int matches() {
        return models + aliases;
    }

    List<RuleScope> appliesTo() {
        boolean both = aliases > 0 && scope != RuleScope.GLOBAL && scope != RuleScope.ALIAS;
        return both ? List.of(scope, RuleScope.ALIAS) : List.of(scope);
    }
}
