package org.aurora.gateway.alias;

import java.util.Map;
import java.util.TreeMap;

/** A book as text, with all that can be asked of it: two that differ in anything read differently. */
final class BookText {
    private BookText() {}

    static Map<String, String> of(AliasBook book) {
        Map<String, String> lines = new TreeMap<>();
        book.all().forEach(alias -> lines.put(alias.name(), line(book, alias)));
        book.definitions()
                .values()
                .forEach(alias -> lines.merge(
                        alias.name(), " written " + alias + " used by " + book.usersOf(alias.name()), String::concat));
        lines.put("", book.size() + " " + book.problems());
        return lines;
    }

    private static String line(AliasBook book, CompiledAlias alias) {
        StringBuilder line = new StringBuilder();
        line.append(alias.definition()).append(" depth ").append(alias.depth());
        line.append(" candidates ").append(alias.candidates());
        line.append(alias.broken() ? " broken" : "").append(alias.usable() ? " usable" : "");
        alias.branches().forEach(branch -> line.append(" ")
                .append(branch.weight())
                .append("*")
                .append(destination(book, branch.destination())));
        return line.toString();
    }

    private static String destination(AliasBook book, Destination destination) {
        if (destination instanceof Destination.Chained chained) {
            boolean shared = book.find(chained.alias().name()).orElseThrow() == chained.alias();
            return shared ? "alias " + chained.selector() : "an outdated " + chained.selector();
        }
        return destination.toString();
    }
}
