package org.aurora.gateway.delivery;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.UncategorizedSQLException;

/** Tells a failure about the data that was to be stored, which comes again however often it is tried, from any other. */
public final class RefusedData implements Predicate<RuntimeException> {
    private static final List<Class<? extends RuntimeException>> ABOUT_THE_DATA = List.of(
            DataIntegrityViolationException.class,
            IllegalArgumentException.class,
            ArithmeticException.class,
            DateTimeException.class,
            NullPointerException.class);

    /** SQLite's too big, constraint, mismatch and range, which Spring does not tell apart from its other errors. */
    private static final Set<Integer> SQLITE_CODES = Set.of(18, 19, 20, 25);

    private static final int PRIMARY_CODE = 0xff;

    @Override
    public boolean test(RuntimeException failure) {
        if (failure instanceof UncategorizedSQLException uncategorized) {
            SQLException cause = uncategorized.getSQLException();
            return cause != null && SQLITE_CODES.contains(cause.getErrorCode() & PRIMARY_CODE);
        }
        return ABOUT_THE_DATA.stream().anyMatch(kind -> kind.isInstance(failure));
    }
}
