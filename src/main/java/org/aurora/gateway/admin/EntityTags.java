package org.aurora.gateway.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aurora.gateway.journal.Precondition;

/** Versions as entity tags (RFC 9110, section 8.8.3): {@code "3"}, always strong. */
final class EntityTags {
    private static final Pattern TAG = Pattern.compile("\\s*(?:(W/)?\"([^\"]*)\")?\\s*(?:,|$)");
    private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");

    private EntityTags() {}

    static String of(int version) {
        return "\"" + version + "\"";
    }

    static Precondition precondition(List<String> ifMatch, List<String> ifNoneMatch) {
        if (ifMatch.isEmpty() && ifNoneMatch.isEmpty()) {
            return new Precondition.None();
        }
        if (ifNoneMatch.isEmpty()) {
            String tags = String.join(",", ifMatch);
            return tags.strip().equals("*") ? new Precondition.Exists() : new Precondition.OneOf(versions(tags));
        }
        if (ifMatch.isEmpty()
                && ifNoneMatch.size() == 1
                && ifNoneMatch.get(0).strip().equals("*")) {
            return new Precondition.Absent();
        }
        throw AdminRequest.bad("A write takes either If-Match with an ETag, or If-None-Match: *.");
    }

    /** Whether a reader has this version: tags are compared weakly then. */
    static boolean anyOf(List<String> ifNoneMatch, String current) {
        Matcher matcher = TAG.matcher(String.join(",", ifNoneMatch));
        while (matcher.find() && matcher.end() > matcher.start()) {
            if (matcher.group(2) != null && current.equals('"' + matcher.group(2) + '"')) {
                return true;
            }
        }
        return false;
    }

    /** A tag that is none of ours, or weak, simply matches nothing; elements of a list may be empty. */
    private static Set<Integer> versions(String tags) {
        Set<Integer> versions = new HashSet<>();
        Matcher matcher = TAG.matcher(tags);
        int end = 0;
        while (end < tags.length() && matcher.find() && matcher.start() == end) {
            if (matcher.group(1) == null
                    && matcher.group(2) != null
                    && VERSION.matcher(matcher.group(2)).matches()) {
                versions.add(Integer.parseInt(matcher.group(2)));
            }
            end = matcher.end();
        }
        if (end != tags.length() || tags.isBlank()) {
            throw AdminRequest.bad("If-Match must be an ETag in double quotes, several with commas, or *.");
        }
        return versions;
    }
}
