package org.aurora.gateway.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.model.Layers;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.model.Selector;

/**
 * Who may use which names. Immutable: the same question gets the same answer for the life of a snapshot. However many
 * rules there are, a decision takes at most one hash lookup for each alias on the way and four for the model, because
 * the texts that could speak of a name follow from the name.
 *
 * <p>The rule that decides about a model is the most specific one: {@code provider/model}, {@code provider/}, the bare
 * id, {@code /}. About an alias it is the one with exactly its name, then {@code /}. Where none speaks, the default
 * does.
 */
public final class AccessPolicy {
    private static final AccessDecision MASTER = new AccessDecision.ByMaster();
    private static final List<RuleScope> MOST_SPECIFIC_FIRST =
            List.of(RuleScope.PROVIDER_MODEL, RuleScope.PROVIDER, RuleScope.MODEL, RuleScope.GLOBAL);

    private final Layers<AccessRule> rules;
    private final MentionedPaths mentioned;
    private final KeyListCheck keyLists;
    private final Predicate<String> isProvider;
    private final AccessDecision byDefault;

    private AccessPolicy(
            Layers<AccessRule> rules,
            MentionedPaths mentioned,
            Predicate<String> isProvider,
            AccessDecision byDefault) {
        this.rules = rules;
        this.mentioned = mentioned;
        this.keyLists = new KeyListCheck(isProvider);
        this.isProvider = isProvider;
        this.byDefault = byDefault;
    }

    /**
     * One with nothing stored yet.
     *
     * @param declared of two rules with one text the first counts
     * @param isProvider whether a provider of that name is configured, even one that is off
     * @param modelsEnabledByDefault the answer where no rule speaks
     */
    public static AccessPolicy of(
            Collection<AccessRule> declared, Predicate<String> isProvider, boolean modelsEnabledByDefault) {
        Layers<AccessRule> rules = Layers.declared(declared, AccessRule::selector);
        return new AccessPolicy(
                rules,
                MentionedPaths.none().with(List.of(), rules.values().toList()),
                isProvider,
                new AccessDecision.ByDefault(modelsEnabledByDefault));
    }

    /** A copy without some of the stored rules, and then with some. Costs time in proportion to the change. */
    public AccessPolicy withStored(Map<String, AccessRule> put, Collection<String> removed) {
        List<AccessRule> gone = new ArrayList<>();
        removed.forEach(text -> rules.findStored(text).ifPresent(gone::add));
        put.keySet().forEach(text -> rules.findStored(text)
                .filter(rule -> !removed.contains(text))
                .ifPresent(gone::add));
        return new AccessPolicy(
                rules.withStored(put, removed), mentioned.with(gone, put.values()), isProvider, byDefault);
    }

    /** The rules by their text, and where each is from. */
    public Layers<AccessRule> rules() {
        return rules;
    }

    /** The answer where no rule speaks. */
    public boolean enabledByDefault() {
        return byDefault.allowed();
    }

    /**
     * Whether the caller may go this way.
     *
     * @param way never {@link Way#DIRECT} without a model
     * @param model where it leads; empty where it leads to nothing known, or into a broken alias
     */
    public AccessDecision decide(Caller caller, Way way, Optional<ProviderModel> model) {
        AccessDecision last = byDefault;
        for (int at = 0; at < way.asked(); at++) {
            last = judge(caller, ruleOf(way.aliases().get(at)));
            if (!last.allowed()) {
                return last;
            }
        }
        if (!way.granted() && model.isPresent()) {
            last = judge(caller, ruleOf(model.get()));
            if (!last.allowed()) {
                return last;
            }
        }
        Optional<AccessDecision> key = keyLists.decide(caller, way, model);
        return key.isPresent() && !key.get().allowed() ? key.get() : last;
    }

    /** The same decision with everything that it was made of. */
    public AccessTrace explain(Caller caller, Way way, Optional<ProviderModel> model) {
        List<AccessStep> steps = new ArrayList<>();
        for (String alias : way.aliases().subList(0, way.asked())) {
            steps.add(step(caller, alias, AccessStep.Subject.ALIAS, rulesOf(alias)));
        }
        if (!way.granted() && model.isPresent()) {
            String name = model.get().selector();
            steps.add(step(caller, name, AccessStep.Subject.MODEL, rulesOf(model.get())));
        }
        keyLists.decide(caller, way, model)
                .ifPresent(decision ->
                        steps.add(new AccessStep(caller.name(), AccessStep.Subject.KEY, List.of(), decision)));
        return new AccessTrace(steps);
    }

    private AccessStep step(Caller caller, String name, AccessStep.Subject subject, List<AccessRule> speaking) {
        return new AccessStep(
                name, subject, speaking, judge(caller, speaking.stream().findFirst()));
    }

    /** What all decisions about this caller depend on: who has the same standing may use the same names. */
    public Standing standing(Caller caller) {
        return new Standing(
                hasFullRights(caller), caller.userPath().flatMap(mentioned::deepestAbove), KeyListCheck.of(caller));
    }

    private AccessDecision judge(Caller caller, Optional<AccessRule> speaking) {
        if (hasFullRights(caller)) {
            return speaking.isPresent() && !speaking.get().enabled() ? byRule(caller, speaking.get()) : MASTER;
        }
        return speaking.isPresent() ? byRule(caller, speaking.get()) : byDefault;
    }

    private static boolean hasFullRights(Caller caller) {
        return caller instanceof Caller.Master master && master.userPath().isEmpty();
    }

    private static AccessDecision byRule(Caller caller, AccessRule rule) {
        Optional<UserPath> place = caller.userPath();
        return new AccessDecision.ByRule(rule.admits(place), rule, place);
    }

    /** The rule that decides about an alias, once it is known to be one. */
    public Optional<AccessRule> ruleOf(String alias) {
        Optional<AccessRule> own = rules.find(alias);
        return own.isPresent() ? own : rules.find(Selector.EVERYTHING);
    }

    /** The rule that decides about a model that is called by its own name. */
    public Optional<AccessRule> ruleOf(ProviderModel model) {
        for (RuleScope scope : MOST_SPECIFIC_FIRST) {
            Optional<AccessRule> rule = find(scope, model);
            if (rule.isPresent()) {
                return rule;
            }
        }
        return Optional.empty();
    }

    private List<AccessRule> rulesOf(String alias) {
        return List.of(alias, Selector.EVERYTHING).stream()
                .flatMap(text -> rules.find(text).stream())
                .toList();
    }

    private List<AccessRule> rulesOf(ProviderModel model) {
        return MOST_SPECIFIC_FIRST.stream()
                .flatMap(scope -> find(scope, model).stream())
                .toList();
    }

    private Optional<AccessRule> find(RuleScope scope, ProviderModel model) {
        return switch (scope) {
            case PROVIDER_MODEL -> rules.find(model.selector());
            case PROVIDER -> rules.find(model.provider() + "/");
            case MODEL -> rules.find(model.model()).filter(rule -> isBare(rule.selector()));
            case GLOBAL -> rules.find(Selector.EVERYTHING);
            case ALIAS -> Optional.empty();
        };
    }

    /** A model's id may read as another provider's model; a rule of that text speaks of that one alone. */
    private boolean isBare(String text) {
        return Selector.parse(text, isProvider) instanceof Selector.BareName;
    }
}
