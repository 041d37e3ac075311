package org.aurora.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.contract.AdminClient.alias;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A journal whose end was lost and written again another way, as by a database that was put back. */
@OnBothDatabases
class RewrittenJournalTest extends AdminContract {
    RewrittenJournalTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void isReadAnewThoughItIsNoShorter() {
        String lost = storedAlias("lost");
        long revision =
                admin.get("/settings/status").send().json().path("revision").asLong();
        String found = freshName("found");

        database.execute(
                "UPDATE setting_change SET name = '" + found + "', at_millis = 1 WHERE revision = " + revision);

        await().atMost(Duration.ofSeconds(5)).until(() -> chat.reaches(found).equals("my-model"));
        assertThat(chat.reaches(lost)).isEqualTo("404 model_not_found");
        assertThat(admin.put(alias(found), "{\"target\": \"gpt-x\"}").send().etag())
                .isEqualTo("\"2\"");
        Journal.of(admin).assertWhole();
    }
}
