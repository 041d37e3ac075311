package org.aurora.gateway.metrics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Metrics as a strict reader takes them: each line by the grammar of its format, each sample in the family declared
 * before it, no sample twice, histograms that add up.
 */
final class Scrape {
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");
    private static final Pattern DECLARATION = Pattern.compile("# (TYPE|HELP|UNIT) ([a-zA-Z_:][a-zA-Z0-9_:]*) (.*)");
    private static final Set<String> TYPES =
            Set.of("counter", "gauge", "histogram", "summary", "unknown", "untyped", "info", "stateset");

    private final Map<String, Family> families = new LinkedHashMap<>();

    /** One metric with all its samples. */
    record Family(String name, String type, List<Sample> samples) {
        Set<String> labelNames() {
            Set<String> names = new HashSet<>();
            samples.forEach(sample -> names.addAll(sample.labels().keySet()));
            return names;
        }
    }

    /** One line. */
    record Sample(String name, Map<String, String> labels, double value) {}

    private Scrape() {}

    /** Reads Prometheus's own format. */
    static Scrape prometheus(String text) {
        return read(List.of(text.split("\n", -1)), false);
    }

    /** Reads OpenMetrics, which says where it ends. */
    static Scrape openMetrics(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        require(lines.size() > 1 && lines.get(lines.size() - 2).equals("# EOF"), "no # EOF at the end");
        return read(lines.subList(0, lines.size() - 2), true);
    }

    private static Scrape read(List<String> lines, boolean open) {
        Scrape scrape = new Scrape();
        Set<String> seen = new HashSet<>();
        String current = "";
        for (String line : lines) {
            Matcher declaration = DECLARATION.matcher(line);
            if (declaration.matches()) {
                current = declaration.group(2);
                scrape.declare(declaration);
            } else if (!line.isEmpty()) {
                Sample sample = sample(line);
                require(seen.add(sample.name() + new TreeMap<>(sample.labels())), "twice: " + line);
                scrape.add(current, sample, open);
            }
        }
        scrape.families.values().forEach(Scrape::checkValues);
        return scrape;
    }

    private void declare(Matcher declaration) {
        String name = declaration.group(2);
        if (declaration.group(1).equals("TYPE")) {
            require(TYPES.contains(declaration.group(3)), "no type: " + declaration.group());
            require(!families.containsKey(name), "declared twice: " + name);
            families.put(name, new Family(name, declaration.group(3), new ArrayList<>()));
        }
    }

    private void add(String current, Sample sample, boolean open) {
        Family family = Optional.ofNullable(families.get(current))
                .orElseThrow(() -> new AssertionError("before its declaration: " + sample));
        List<String> suffixes =
                switch (family.type()) {
                    case "counter" -> open ? List.of("_total", "_created") : List.of("");
                    case "histogram" -> List.of("_bucket", "_count", "_sum");
                    case "summary" -> List.of("", "_count", "_sum");
                    case "info" -> List.of("_info");
                    default -> List.of("");
                };
        require(
                suffixes.stream().anyMatch(suffix -> sample.name().equals(current + suffix)),
                "not of " + current + ": " + sample);
        family.samples().add(sample);
    }

    private static Sample sample(String line) {
        Matcher parts = SAMPLE.matcher(line);
        require(parts.matches(), "no sample: " + line);
        Map<String, String> labels = new LinkedHashMap<>();
        String written = parts.group(2) == null ? "" : parts.group(2);
        Matcher label = LABEL.matcher(written);
        int at = 0;
        while (at < written.length()) {
            require(label.find(at) && label.start() == at, "no labels: " + line);
            require(labels.put(label.group(1), unescaped(label.group(2))) == null, "label twice: " + line);
            at = label.end();
        }
        return new Sample(parts.group(1), labels, number(parts.group(3)));
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next == '\\') {
                i++;
                next = text.charAt(i) == 'n' ? '\n' : text.charAt(i);
            }
            plain.append(next);
        }
        return plain.toString();
    }

    private static double number(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static void checkValues(Family family) {
        if (family.type().equals("counter")) {
            family.samples().forEach(sample -> require(sample.value() >= 0, "below 0: " + sample));
        }
        if (family.type().equals("histogram")) {
            Map<Map<String, String>, Double> last = new LinkedHashMap<>();
            for (Sample sample : family.samples()) {
                Map<String, String> series = new TreeMap<>(sample.labels());
                series.remove("le");
                if (sample.name().endsWith("_bucket")) {
                    require(sample.value() >= last.getOrDefault(series, 0.0), "falls: " + sample);
                    last.put(series, sample.value());
                } else if (sample.name().endsWith("_count")) {
                    require(Double.valueOf(sample.value()).equals(last.get(series)), "not all in buckets: " + sample);
                }
            }
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }

    Map<String, Family> families() {
        return families;
    }

    Family family(String name) {
        return Optional.ofNullable(families.get(name))
                .orElseThrow(() -> new AssertionError("no " + name + " among " + families.keySet()));
    }

    /** The samples of that name that have all these labels, given as name and value in turn. */
    List<Sample> samples(String name, String... labels) {
        return families.values().stream()
                .flatMap(family -> family.samples().stream())
                .filter(sample -> sample.name().equals(name))
                .filter(sample -> {
                    for (int i = 0; i < labels.length; i += 2) {
                        if (!labels[i + 1].equals(sample.labels().get(labels[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }

    /** Their sum; 0 where there is none. */
    double sum(String name, String... labels) {
        return samples(name, labels).stream().mapToDouble(Sample::value).sum();
    }
}
