package org.aurora.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher in a folder of its own, with a JDK and a Maven that only say how they were called. */
class LauncherTest {
    private record Result(int status, String output, String errors) {}

    private final Path home;
    private final Path tools;
    private final Path caller;

    LauncherTest(@TempDir Path folder) throws IOException {
        home = Files.createDirectories(folder.resolve("a home"));
        tools = Files.createDirectories(folder.resolve("tools"));
        caller = Files.createDirectories(folder.resolve("caller"));
    }

    @BeforeEach
    void layOut() throws IOException {
        Files.copy(Path.of("aurora"), home.resolve("aurora"));
        Files.setPosixFilePermissions(home.resolve("aurora"), PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.copy(Path.of("pom.xml"), home.resolve("pom.xml"));
        jdk("99", "99.0.1");
        script(tools.resolve("mvn"), "echo \"mvn $*\"; mkdir -p target; touch target/aurora.jar");
    }

    @Test
    void runsTheNewestJavaWithTheOptionsOfTheCaller() throws Exception {
        jar();

        Result result = launch(Map.of("JAVA_OPTS", "-Xmx1g -Da=b", "AURORA_JAVA_OPTS", "-Dc=d"), "run");

        assertThat(result.output())
                .startsWith("jdk 99 --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED"
                        + " -Xmx1g -Da=b -Dc=d -Daurora.home=" + home)
                .endsWith("org.aurora.gateway.Gateway run\n");
    }

    @Test
    void meansRelativePathsFromTheFolderOfTheCaller() throws Exception {
        jar();

        Result result = launch(Map.of("AURORA_CONFIG_PATH", "mine.yaml", "AURORA_CUSTOM_DIR", "acme"), "run");

        assertThat(result.output()).contains(":" + caller + "/acme/lib/* ");
        assertThat(result.errors()).contains("config=" + caller + "/mine.yaml\n", "data=\n", "folder=" + home + "\n");
    }

    @Test
    void buildsWhatIsMissing() throws Exception {
        source();

        Result result = launch(Map.of(), "demo");

        assertThat(result.output()).contains("mvn -B -q", " package\n", "org.aurora.gateway.Gateway demo\n");
    }

    @Test
    void buildsAgainWhenASourceIsNewerThanTheJar() throws Exception {
        jar();
        Files.setLastModifiedTime(source(), FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(launch(Map.of(), "run").output()).contains("mvn -B -q");
    }

    @Test
    void buildsNothingThatIsUpToDate() throws Exception {
        Instant before = Instant.now().minusSeconds(60);
        source();
        for (String path : List.of("src/main/java/A.java", "src/main/java", "src/main", "pom.xml")) {
            Files.setLastModifiedTime(home.resolve(path), FileTime.from(before));
        }
        jar();

        assertThat(launch(Map.of(), "run").output()).doesNotContain("mvn");
    }

    @Test
    void saysWhatToDoWhenTheBuildFails() throws Exception {
        source();
        script(tools.resolve("mvn"), "exit 1");

        Result result = launch(Map.of(), "run");

        assertThat(result.status()).isEqualTo(1);
        assertThat(result.errors()).contains("aurora: the build failed", "the first build needs the network");
    }

    @Test
    void passesOnThatTestsFailed() throws Exception {
        script(tools.resolve("mvn"), "echo \"mvn $*\"; exit 3");

        Result result = launch(Map.of(), "test");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.output()).isEqualTo("mvn -B -Dspotless.goal=check verify\n");
    }

    @Test
    void worksThroughALinkFromAnywhere() throws Exception {
        Files.createSymbolicLink(caller.resolve("gateway"), Path.of("../a home/aurora"));

        Result result = run(Map.of(), caller.resolve("gateway").toString(), "version");

        assertThat(result.output()).matches("Aurora \\d+\\.\\d+\\.\\d+\n");
    }

    @Test
    void answersAnUnknownCommandWithHelpAndStatusTwo() throws Exception {
        Result result = launch(Map.of(), "strat");

        assertThat(result.status()).isEqualTo(2);
        assertThat(result.output()).isEmpty();
        assertThat(result.errors()).startsWith("aurora: there is no command \"strat\".\nUsage: ./aurora COMMAND");
    }

    @Test
    void printsHelp() throws Exception {
        Result result = launch(Map.of(), "help");

        assertThat(result.status()).isZero();
        assertThat(result.output()).startsWith("Usage: ./aurora COMMAND");
    }

    private Result launch(Map<String, String> environment, String command) throws Exception {
        return run(environment, home.resolve("aurora").toString(), command);
    }

    private Result run(Map<String, String> environment, String... command) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(List.of(command)).directory(caller.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("AURORA_") || name.contains("JAVA"));
        builder.environment().put("PATH", tools + ":" + System.getenv("PATH"));
        builder.environment().put("JAVA_HOME", tools.resolve("99").toString());
        builder.environment().putAll(environment);
        Path errors = caller.resolve("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.waitFor(), output, Files.readString(errors));
    }

    private void jdk(String name, String version) throws IOException {
        Path folder = Files.createDirectories(tools.resolve(name).resolve("bin"));
        script(folder.resolve("javac"), "exit 0");
        script(
                folder.resolve("java"),
                "if [ \"$1\" = -version ]; then echo 'openjdk version \"" + version + "\"' >&2; exit 0; fi\n"
                        + "echo \"jdk " + name + " $*\"\n"
                        + "echo \"config=$AURORA_CONFIG_PATH\ndata=$AURORA_DATA_DIR\nfolder=$PWD\" >&2");
    }

    private static void script(Path file, String content) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + content + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void jar() throws IOException {
        Files.createDirectories(home.resolve("target"));
        Files.writeString(home.resolve("target/aurora.jar"), "");
    }

    private Path source() throws IOException {
        return Files.writeString(
                Files.createDirectories(home.resolve("src/main/java")).resolve("A.java"), "");
    }
}
