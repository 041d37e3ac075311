package org.aurora.gateway.accounting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Further conditions of a statement, and their parameters. Texts are compared whole: none of it is a pattern. */
final class Filters {
    private final StringBuilder sql = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    Filters equal(String column, Optional<String> text) {
        text.ifPresent(value -> and(column + " = ?", value));
        return this;
    }

    /** The column of the rows, in which what sums call unknown is null. */
    Filters equalOrNull(String column, Optional<String> text) {
        text.ifPresent(value -> {
            if (value.equals(RollupChanges.UNKNOWN)) {
                and(column + " IS NULL");
            } else {
                and(column + " = ?", value);
            }
        });
        return this;
    }

    /** A place or one below it. */
    Filters below(String column, Optional<String> place) {
        place.ifPresent(path -> and(
                "(" + column + " = ? OR substr(" + column + ", 1, ?) = ?)",
                path,
                (path + "/").codePointCount(0, path.length() + 1),
                path + "/"));
        return this;
    }

    /** The same for the names of sums by user path. */
    Filters nameBelow(Optional<String> place) {
        place.ifPresent(path -> {
            String other = Place.OTHER + path;
            and(
                    "(name = ? OR substr(name, 1, ?) = ? OR name = ? OR substr(name, 1, ?) = ?)",
                    path,
                    path.codePointCount(0, path.length()) + 1,
                    path + "/",
                    other,
                    other.codePointCount(0, other.length()) + 1,
                    other + "/");
        });
        return this;
    }

    Filters and(String condition, Object... values) {
        sql.append("AND ").append(condition).append(' ');
        parameters.addAll(List.of(values));
        return this;
    }

    /** A statement with these conditions in it. */
    String in(String statement) {
        return statement.replace("{filters}", sql);
    }

    /** The parameters before, between and after which these conditions stand. */
    Object[] parameters(List<?> before, Object... after) {
        List<Object> all = new ArrayList<>(before);
        all.addAll(parameters);
        all.addAll(List.of(after));
        return all.toArray();
    }
}
