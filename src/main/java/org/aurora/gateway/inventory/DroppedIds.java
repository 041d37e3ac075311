package org.aurora.gateway.inventory;

/**
 * How many of the ids that a provider listed were left out, by why.
 *
 * @param blank no id, or nothing but blanks
 * @param repeated listed before
 * @param tooLong over 256 characters
 * @param invalid with a control character, or not valid Unicode
 */
public record DroppedIds(int blank, int repeated, int tooLong, int invalid) {
    public static final DroppedIds NONE = new DroppedIds(0, 0, 0, 0);

    public int total() {
        return blank + repeated + tooLong + invalid;
    }
}
