package org.aurora.gateway.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aurora.gateway.caller.Caller;
import org.aurora.gateway.model.ProviderModel;
import org.junit.jupiter.api.Test;

class AccessPolicyTest {
    private static final ProviderModel MODEL = new ProviderModel("openai", "gpt-4o");
    private static final Caller ANYONE = new Caller.Anonymous();

    @Test
    void allowsEveryoneWhereModelsAreEnabledByDefault() {
        AccessDecision decision = AccessPolicy.withoutRules(true).decide(ANYONE, List.of(), MODEL);

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.decidedBy()).isEqualTo("default");
    }

    @Test
    void deniesWhereModelsAreDisabledByDefaultAndSaysWhy() {
        AccessDecision decision = AccessPolicy.withoutRules(false).decide(ANYONE, List.of("alias"), MODEL);

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).contains("disabled by default");
    }

    @Test
    void deniesAnAliasWithoutModelAsWell() {
        assertThat(AccessPolicy.withoutRules(false)
                        .decide(ANYONE, List.of("alias"))
                        .allowed())
                .isFalse();
    }

    @Test
    void neverDeniesTheMaster() {
        AccessDecision decision =
                AccessPolicy.withoutRules(false).decide(new Caller.Master("ada"), List.of("alias"), MODEL);

        assertThat(decision.allowed()).isTrue();
        assertThat(decision.decidedBy()).isEqualTo("master");
    }
}
