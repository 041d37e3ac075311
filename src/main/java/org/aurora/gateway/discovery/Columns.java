package org.aurora.gateway.discovery;

import java.util.Map;

/** Reads the columns of a row. */
final class Columns {
    private Columns() {}

    /** A whole number; 0 where there is none. */
    static long number(Map<?, ?> row, String column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }

    /** A text; an empty one where there is none. */
    static String text(Map<?, ?> row, String column) {
        return row.get(column) instanceof String text ? text : "";
    }
}
