package org.aurora.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.aurora.gateway.access.Rules.closed;
import static org.aurora.gateway.access.Rules.only;
import static org.aurora.gateway.access.Rules.open;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.model.ProviderModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessPolicyTest {
    private static final ProviderModel MODEL = new ProviderModel("openai", "gpt-4o");
    private static final Caller ANYONE = new Caller.Anonymous();
    private static final Caller MASTER = new Caller.Master("ada");
    private static final Set<String> PROVIDERS = Set.of("openai", "east");

    @Test
    void allowsEveryoneWhereModelsAreEnabledByDefault() {
        AccessDecision decision = direct(policy(), ANYONE);

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.decidedBy()).isEqualTo("default");
    }

    @Test
    void deniesWhereModelsAreDisabledByDefaultAndSaysWhy() {
        AccessDecision decision = direct(disabledByDefault(), ANYONE);

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).contains("disabled by default");
    }

    @Test
    void deniesAnAliasWithoutModelAsWell() {
        assertThat(disabledByDefault()
                        .decide(ANYONE, both("alias"), Optional.empty())
                        .allowed())
                .isFalse();
    }

    /** Each row: the rules there are, all closed; which of them decides about openai/gpt-4o. */
    @ParameterizedTest
    @CsvSource({
        "openai/gpt-4o openai/ gpt-4o /, openai/gpt-4o",
        "openai/ gpt-4o /, openai/",
        "gpt-4o /, gpt-4o",
        "/ east/ east/gpt-4o gpt openai openai/gpt-4 openai/GPT-4o, /",
        "east/ east/gpt-4o gpt openai * openai/*, default"
    })
    void ofTheRulesAboutAModelTheMostSpecificOneDecides(String rules, String decisive) {
        AccessPolicy policy =
                policy(Stream.of(rules.split(" ")).map(Rules::closed).toArray(AccessRule[]::new));

        assertThat(direct(policy, ANYONE).decidedBy()).isEqualTo(decisive);
    }

    @Test
    void aNarrowRuleThatAdmitsOverridesAWideOneThatDenies() {
        assertThat(direct(policy(closed("/"), closed("openai/"), open("openai/gpt-4o")), ANYONE)
                        .allowed())
                .isTrue();
    }

    @Test
    void anAliasIsDecidedByTheRuleOfItsNameOrTheOneForEverything() {
        AccessPolicy policy = policy(closed("/"), open("fast"), open("openai/"));

        assertThat(policy.ruleOf("fast").map(AccessRule::selector)).contains("fast");
        assertThat(policy.ruleOf("openai/shadow").map(AccessRule::selector)).contains("/");
    }

    @Test
    void aRuleOfATextThatReadsAsAnotherProvidersModelDoesNotSpeakOfABareId() {
        AccessPolicy policy = policy(closed("east/m"));

        assertThat(policy.decide(ANYONE, Way.DIRECT, Optional.of(new ProviderModel("openai", "east/m")))
                        .allowed())
                .isTrue();
    }

    @Test
    void anyAliasOnTheWayCanDeny() {
        AccessDecision decision = policy(closed("inner")).decide(ANYONE, both("outer", "inner"), Optional.of(MODEL));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.decidedBy()).isEqualTo("inner");
    }

    @Test
    void nothingIsAskedBelowTheFirstAliasThatGrants() {
        Way way = Way.DIRECT.through("outer", false).through("granting", true).through("inner", false);

        assertThat(policy(closed("inner"), closed("openai/"))
                        .decide(ANYONE, way, Optional.of(MODEL))
                        .allowed())
                .isTrue();
        assertThat(policy(closed("granting"))
                        .decide(ANYONE, way, Optional.of(MODEL))
                        .decidedBy())
                .isEqualTo("granting");
    }

    @ParameterizedTest
    @CsvSource({
        "/team/alpha, true",
        "/team/alpha/x/y, true",
        "/team/alphabet, false",
        "/team, false",
        "/, false",
        "/Team/alpha, false"
    })
    void aRuleWithPathsAdmitsCallersAtOrBelowOneOfThem(String place, boolean admitted) {
        AccessPolicy policy = policy(only("/", "/other", "/team/alpha"));

        assertThat(direct(policy, at(place)).allowed()).isEqualTo(admitted);
    }

    @Test
    void aRuleWithPathsKeepsOutCallersWithoutOne() {
        AccessDecision decision = direct(policy(only("/", "/team/alpha")), ANYONE);

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).contains("/team/alpha", "has no user path");
    }

    @Test
    void aRuleForTheWholeTreeAdmitsCallersWithoutAPathToo() {
        assertThat(direct(policy(only("/", "/")), ANYONE).allowed()).isTrue();
    }

    @Test
    void aRuleThatIsOffDeniesThoseItsPathsWouldAdmit() {
        AccessRule rule = AccessRule.of("/", false, Optional.of(List.of("/team")));

        assertThat(direct(policy(rule), at("/team")).allowed()).isFalse();
    }

    @Test
    void theMasterIsDeniedOnlyByARuleThatDeniesEveryone() {
        assertThat(direct(disabledByDefault(), MASTER).decidedBy()).isEqualTo("master");
        assertThat(direct(policy(only("/", "/team")), MASTER).allowed()).isTrue();
        assertThat(direct(policy(closed("openai/")), MASTER).decidedBy()).isEqualTo("openai/");
    }

    @Test
    void theMasterWithAPathHasTheRightsOfThatPath() {
        Caller master = new Caller.Master("ada", Optional.of(new UserPath("/team")));

        assertThat(direct(disabledByDefault(), master).allowed()).isFalse();
        assertThat(direct(policy(only("/", "/other")), master).allowed()).isFalse();
        assertThat(direct(policy(only("/", "/team")), master).allowed()).isTrue();
    }

    @Test
    void aStoredRuleTakesEffectAndGoesAgain() {
        AccessPolicy before = policy();
        AccessPolicy with = before.withStored(Map.of("openai/", only("openai/", "/team")), List.of());
        AccessPolicy without = with.withStored(Map.of(), List.of("openai/"));

        assertThat(direct(with, ANYONE).allowed()).isFalse();
        assertThat(direct(without, ANYONE).allowed()).isTrue();
        assertThat(without.standing(at("/team/x"))).isEqualTo(before.standing(ANYONE));
    }

    @Test
    void callersThatNoRuleTellsApartHaveTheSameStanding() {
        AccessPolicy policy = policy(only("openai/", "/team/alpha", "/team"));

        assertThat(policy.standing(at("/team/alpha/x"))).isEqualTo(policy.standing(at("/team/alpha/y/z")));
        assertThat(policy.standing(at("/team/beta"))).isEqualTo(policy.standing(at("/team")));
        assertThat(policy.standing(at("/team/alpha"))).isNotEqualTo(policy.standing(at("/team/beta")));
        assertThat(policy.standing(at("/teams"))).isEqualTo(policy.standing(ANYONE));
        assertThat(policy.standing(MASTER)).isNotEqualTo(policy.standing(ANYONE));
    }

    @Test
    void anExplanationShowsEveryRuleThatSpeaksTheDecisiveOneFirst() {
        AccessTrace trace = policy(closed("/"), open("openai/"), only("fast", "/team"))
                .explain(at("/team/x"), both("fast"), Optional.of(MODEL));

        assertThat(trace.decision().allowed()).isTrue();
        assertThat(trace.decision().decidedBy()).isEqualTo("openai/");
        assertThat(trace.steps())
                .extracting(AccessStep::name, AccessStep::subject, step -> step.rules().stream()
                        .map(AccessRule::selector)
                        .toList())
                .containsExactly(
                        tuple("fast", AccessStep.Subject.ALIAS, List.of("fast", "/")),
                        tuple("openai/gpt-4o", AccessStep.Subject.MODEL, List.of("openai/", "/")));
    }

    @Test
    void anExplanationGoesOnAfterADenial() {
        AccessTrace trace = policy(closed("fast"), closed("openai/")).explain(ANYONE, both("fast"), Optional.of(MODEL));

        assertThat(trace.steps()).hasSize(2);
        assertThat(trace.decision().decidedBy()).isEqualTo("fast");
    }

    private static AccessPolicy policy(AccessRule... rules) {
        return AccessPolicy.of(List.of(rules), PROVIDERS::contains, true);
    }

    private static AccessPolicy disabledByDefault() {
        return AccessPolicy.of(List.of(), PROVIDERS::contains, false);
    }

    private static AccessDecision direct(AccessPolicy policy, Caller caller) {
        return policy.decide(caller, Way.DIRECT, Optional.of(MODEL));
    }

    private static Way both(String... aliases) {
        Way way = Way.DIRECT;
        for (String alias : aliases) {
            way = way.through(alias, false);
        }
        return way;
    }

    private static Caller at(String place) {
        return new Caller.Anonymous(Optional.of(new UserPath(place)));
    }
}
