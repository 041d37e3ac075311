package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.camel.util.TimeUtils;
import org.junit.jupiter.api.Test;

class ContainerFilesTest {
    private static final Path PROJECT = Path.of("").toAbsolutePath();

    @Test
    void composeStartsTheGatewayAfterItsDatabase() throws IOException {
        JsonNode gateway = compose().at("/services/aurora");

        assertThat(gateway.at("/depends_on/postgres/condition").asText()).isEqualTo("service_healthy");
        assertThat(gateway.at("/environment/AURORA_DATABASE_URL").asText()).startsWith("jdbc:postgresql://postgres/");
    }

    @Test
    void composeBuildsAndMountsFilesThatAreThere() throws IOException {
        Path folder = PROJECT.resolve("docker");
        JsonNode gateway = compose().at("/services/aurora");
        Path context = folder.resolve(gateway.at("/build/context").asText());

        assertThat(context.resolve(gateway.at("/build/dockerfile").asText())).isRegularFile();
        assertThat(mounted(gateway).map(folder::resolve)).isNotEmpty().allSatisfy(file -> assertThat(file)
                .exists());
    }

    /** Who kills the gateway earlier loses the records of calls that were running. */
    @Test
    void whoStopsTheGatewayGivesItTheTimeThatItMayTake() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(PROJECT.resolve("config/application.properties"))) {
            properties.load(reader);
        }
        String grace = compose().at("/services/aurora/stop_grace_period").asText();
        long drain = TimeUtils.toMilliSeconds(properties.getProperty("aurora.shutdown.drain-time")) / 1_000;
        long routes = Long.parseLong(properties.getProperty("camel.main.shutdown-timeout"));
        // Calls that are ended 2, a database that does not answer 10, connections 5, event loops 5, a last delivery 3.
        long rest = 2 + 10 + 5 + 5 + 3;

        assertThat(grace).endsWith("s");
        long given = Long.parseLong(grace.substring(0, grace.length() - 1));
        assertThat(given).isGreaterThan(drain + routes + rest);
        assertThat(PROJECT.resolve("docker/Dockerfile")).content().contains("docker stop -t " + given);
        assertThat(PROJECT.resolve("docs/configuration.md")).content().contains("docker stop -t " + given);
    }

    private static Stream<String> mounted(JsonNode service) {
        return StreamSupport.stream(service.at("/volumes").spliterator(), false)
                .map(volume -> volume.asText().substring(0, volume.asText().indexOf(':')))
                .filter(source -> source.startsWith("."));
    }

    @Test
    void theImageCopiesFilesThatAreThere() throws IOException {
        List<String> copied = Files.readAllLines(PROJECT.resolve("docker/Dockerfile")).stream()
                .filter(line -> line.startsWith("COPY ") && !line.contains("--from"))
                .map(line -> line.substring("COPY ".length()).split(" ", -1))
                .flatMap(words -> Arrays.stream(words, 0, words.length - 1))
                .toList();

        assertThat(copied).isNotEmpty().allSatisfy(file -> assertThat(PROJECT.resolve(file))
                .exists());
    }

    private static JsonNode compose() throws IOException {
        return new YAMLMapper().readTree(PROJECT.resolve("docker/compose.yaml").toFile());
    }
}
