package org.aurora.gateway.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.KeyText;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.KeyDocument;

/** Makes a new secret for the key in the path. Sets the variables {@code proposal} and {@code keyWrite}. */
public final class ProposeKeyRotation implements Processor {
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * @param random one that nobody can predict
     */
    public ProposeKeyRotation(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        SettingName setting = new SettingName(SettingKind.KEY, request.segmentFromEnd(1));
        Duration grace = KeyDocument.readGrace(AdminBody.optionalJson(exchange));
        KeyText text = KeyText.generate(setting.name(), random);
        exchange.setVariable(KeyWrite.VARIABLE, new KeyWrite(setting, Optional.of(text.text())));
        exchange.setVariable(
                "proposal",
                new Proposal(
                        request.author(),
                        new KeyPlan(
                                setting,
                                request.precondition(),
                                key -> Optional.of(key.rotated(
                                        text.hash(), grace, clock.instant().truncatedTo(ChronoUnit.MILLIS))))));
    }
}
