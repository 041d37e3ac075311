package org.aurora.gateway.admin;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.caller.KeyText;
import org.aurora.gateway.caller.ManagedKey;
import org.aurora.gateway.journal.Precondition;
import org.aurora.gateway.journal.Proposal;
import org.aurora.gateway.journal.SettingKind;
import org.aurora.gateway.journal.SettingName;
import org.aurora.gateway.settings.KeyDocument;

/** Makes a key with the settings in the body. Sets the variables {@code proposal} and {@code keyWrite}. */
public final class ProposeNewKey implements Processor {
    private final RandomGenerator random;
    private final Clock clock;

    /**
     * @param random one that nobody can predict
     */
    public ProposeNewKey(RandomGenerator random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    @Override
    public void process(Exchange exchange) {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of());
        KeySettings settings = KeyDocument.readSettings(AdminBody.json(exchange));
        KeyText text = KeyText.generate(random);
        ManagedKey key = ManagedKey.create(text, settings, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        SettingName setting = new SettingName(SettingKind.KEY, text.id());
        exchange.setVariable(KeyWrite.VARIABLE, new KeyWrite(setting, Optional.of(text.text())));
        exchange.setVariable(
                "proposal",
                Proposal.of(
                        request.author(),
                        new Proposal.Item(setting, Optional.of(KeyDocument.write(key)), new Precondition.Absent())));
    }
}
