package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.aurora.gateway.model.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MasterKeyTest {
    private final Path folder;

    MasterKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesAKeyThatOnlyItsOwnerMayRead() throws Exception {
        MasterKey made = MasterKey.of(Optional.empty(), folder.resolve("data"));

        Path file = made.generatedIn().orElseThrow();
        assertThat(Files.readString(file)).isEqualTo(made.key().reveal() + "\n");
        assertThat(made.key().reveal()).matches("sk_aurora_master_[A-Za-z0-9_-]{43}");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void keepsTheKeyThatWasMadeBefore() {
        MasterKey first = MasterKey.of(Optional.empty(), folder);

        assertThat(MasterKey.of(Optional.empty(), folder)).isEqualTo(first);
    }

    @Test
    void writesNothingWhereAKeyIsConfigured() {
        Secret configured = new Secret("a-configured-key");

        assertThat(MasterKey.of(Optional.of(configured), folder))
                .isEqualTo(new MasterKey(configured, Optional.empty()));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAFileWithoutAUsableKey() throws Exception {
        Files.writeString(folder.resolve("master.key"), "short\n");

        assertThatThrownBy(() -> MasterKey.of(Optional.empty(), folder))
                .isInstanceOf(StartFailure.class)
                .hasMessage(
                        folder.resolve("master.key") + " holds no usable master key; delete it to have a new one made");
    }
}
