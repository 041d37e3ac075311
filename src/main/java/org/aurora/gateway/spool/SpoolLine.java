package org.aurora.gateway.spool;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * One event in a segment: {@code <CRC32C of the rest, 8 hexadecimal digits> <number> <JSON>}, ended by a line feed. Each line
 * carries its own number, so that a damaged one does not shift those after it.
 */
record SpoolLine(long number, byte[] json) {
    private static final int CHECKSUM_DIGITS = 8;
    private static final int MOST_NUMBER_DIGITS = 19;

    /** The line, line feed included. */
    byte[] bytes() {
        byte[] digits = Long.toString(number).getBytes(StandardCharsets.US_ASCII);
        int start = CHECKSUM_DIGITS + 1;
        byte[] line = new byte[start + digits.length + 1 + json.length + 1];
        System.arraycopy(digits, 0, line, start, digits.length);
        line[start + digits.length] = ' ';
        System.arraycopy(json, 0, line, start + digits.length + 1, json.length);
        line[line.length - 1] = '\n';
        byte[] checksum = checksum(line, start, line.length - 1).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(checksum, 0, line, 0, CHECKSUM_DIGITS);
        line[CHECKSUM_DIGITS] = ' ';
        return line;
    }

    /** What a line without its line feed says; empty where it is not as it was written. */
    static Optional<SpoolLine> read(byte[] line) {
        int start = CHECKSUM_DIGITS + 1;
        if (line.length < start || line[CHECKSUM_DIGITS] != ' ') {
            return Optional.empty();
        }
        String written = new String(line, 0, CHECKSUM_DIGITS, StandardCharsets.US_ASCII);
        if (!written.equals(checksum(line, start, line.length))) {
            return Optional.empty();
        }
        int space = start;
        while (space < line.length && line[space] >= '0' && line[space] <= '9') {
            space++;
        }
        if (space == start || space - start > MOST_NUMBER_DIGITS || space == line.length || line[space] != ' ') {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(new String(line, start, space - start, StandardCharsets.US_ASCII));
            return Optional.of(new SpoolLine(number, Arrays.copyOfRange(line, space + 1, line.length)));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static String checksum(byte[] line, int from, int to) {
        CRC32C checksum = new CRC32C();
        checksum.update(line, from, to - from);
        String digits = Long.toHexString(checksum.getValue());
        return "0".repeat(CHECKSUM_DIGITS - digits.length()) + digits;
    }
}
