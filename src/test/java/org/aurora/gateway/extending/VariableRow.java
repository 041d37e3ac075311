package org.aurora.gateway.extending;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A row of the table of variables in docs/extending.md. */
record VariableRow(String name, String type, List<String> accessors) {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    static List<VariableRow> all() throws IOException {
        String section = Files.readString(Path.of("docs/extending.md"))
                .split("\n## Variables\n", 2)[1]
                .split("\n## ", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(VariableRow::of)
                .toList();
    }

    private static VariableRow of(String line) {
        List<String> cells =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return new VariableRow(code(cells.get(1)).get(0), code(cells.get(2)).get(0), code(cells.get(4)));
    }

    private static List<String> code(String cell) {
        return CODE.matcher(cell)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    Class<?> javaType() throws ClassNotFoundException {
        return Class.forName(type.contains(".gateway.") ? type : "java.lang." + type);
    }
}
