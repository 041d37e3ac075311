package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

class WorkerStepTest {
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    @Test
    void turnsAnErrorIntoAnExceptionThatTheCallerIsToldOf() {
        WorkerStep step = new WorkerStep(ignored -> {
            throw new StackOverflowError();
        });

        assertThatIllegalStateException()
                .isThrownBy(() -> step.process(exchange))
                .withCauseInstanceOf(StackOverflowError.class);
    }

    @Test
    void leavesExceptionsAsTheyAre() {
        WorkerStep step = new WorkerStep(ignored -> {
            throw new IOException("disk");
        });

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> step.process(exchange));
    }
}
