package org.aurora.gateway.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SizesTest {
    private static final int MOST_LINES_OF_A_FILE = 350;
    private static final int MOST_LINES_OF_A_METHOD = 45;

    @Test
    void filesAndMethodsStayShort() throws Exception {
        List<SourceFile> sources = SourceFile.below(Path.of("src"));

        assertThat(sources).hasSizeGreaterThan(100);
        assertThat(sources.stream().flatMap(SizesTest::tooLong)).isEmpty();
    }

    private static Stream<String> tooLong(SourceFile source) {
        Stream<String> file = Stream.of(source.name()).filter(name -> source.lines() > MOST_LINES_OF_A_FILE);
        Stream<String> methods = source.methods().stream()
                .filter(method -> method.lines() > MOST_LINES_OF_A_METHOD)
                .filter(method -> !tableOfCases(source, method))
                .map(method -> source.name() + ": " + method.name());
        return Stream.concat(file, methods);
    }

    private static boolean tableOfCases(SourceFile source, SourceFile.Method method) {
        return source.name().startsWith("src/test/") && method.statements() == 1;
    }
}
