package org.aurora.gateway.dashboard;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every file of the dashboard, fixed at the start. All but the page lie under a folder that is named after what is in
 * all of them, so browsers may keep them for good, and a new version is never mixed with an old one.
 */
final class DashboardFiles {
    private static final String PAGE = "index.html";

    /** In the page, stands for the fingerprint. */
    private static final String PLACE_OF_FINGERPRINT = "{{fingerprint}}";

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private static final Pattern STYLE_SHEETS =
            Pattern.compile("(?:\\s*<link rel=\"stylesheet\" href=\"dashboard/assets/\\{\\{fingerprint}}/[^\"]+\">)+");
    private static final Pattern STYLE_SHEET = Pattern.compile("\\{\\{fingerprint}}/([^\"]+)\"");
    private static final String JOINED_STYLES = "styles.css";

    private final Map<String, Asset> assets;
    private final String fingerprint;
    private final Asset page;
    private final String importMapSource;

    private DashboardFiles(Map<String, Asset> assets, String fingerprint, String page) {
        this.assets = Map.copyOf(assets);
        this.fingerprint = fingerprint;
        this.page = Asset.of(PAGE, page.getBytes(StandardCharsets.UTF_8)).orElseThrow();
        this.importMapSource = importMapSource(page);
    }

    static DashboardFiles read() {
        Map<String, byte[]> files = new TreeMap<>(ClassPathFiles.below("/dashboard", PAGE));
        for (WebJar jar : WebJar.ALL) {
            files.putAll(jar.files());
        }
        String fingerprint = fingerprint(files);
        String page = new String(files.getOrDefault(PAGE, new byte[0]), StandardCharsets.UTF_8);
        files.remove(PAGE);
        page = withStylesJoined(page, files);
        Map<String, Asset> assets = new HashMap<>();
        files.forEach((path, bytes) -> Asset.of(path, bytes).ifPresent(asset -> assets.put(path, asset)));
        return new DashboardFiles(assets, fingerprint, page.replace(PLACE_OF_FINGERPRINT, fingerprint));
    }

    /** A browser waits for all style sheets before it paints anything: one request instead of one for each. */
    private static String withStylesJoined(String page, Map<String, byte[]> files) {
        Matcher sheets = STYLE_SHEETS.matcher(page);
        if (!sheets.find()) {
            throw new IllegalStateException("the dashboard's page has no style sheets");
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        STYLE_SHEET
                .matcher(sheets.group())
                .results()
                .map(sheet -> sheet.group(1))
                .forEach(path -> {
                    joined.writeBytes(present(files, path));
                    joined.write('\n');
                });
        files.put(JOINED_STYLES, joined.toByteArray());
        return sheets.replaceFirst(Matcher.quoteReplacement("\n  <link rel=\"stylesheet\" href=\"dashboard/assets/"
                + PLACE_OF_FINGERPRINT + "/" + JOINED_STYLES + "\">"));
    }

    private static byte[] present(Map<String, byte[]> files, String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalStateException("the dashboard's page names " + path + ", which is not there");
        }
        return bytes;
    }

    private static String fingerprint(Map<String, byte[]> files) {
        MessageDigest all = Digest.sha256();
        files.forEach((path, bytes) -> {
            all.update(path.getBytes(StandardCharsets.UTF_8));
            all.update(bytes);
        });
        return Digest.hex(all, new byte[0]);
    }

    private static String importMapSource(String page) {
        Matcher map = IMPORT_MAP.matcher(page);
        if (!map.find()) {
            throw new IllegalStateException("the dashboard's page has no import map");
        }
        return Digest.policySource(map.group(1).getBytes(StandardCharsets.UTF_8));
    }

    Asset page() {
        return page;
    }

    /** The one inline script, as a content security policy allows it. */
    String importMapSource() {
        return importMapSource;
    }

    /**
     * @param path below the folder of a fingerprint: {@code app.js}
     */
    Optional<Asset> asset(String path) {
        return Optional.ofNullable(assets.get(path));
    }

    /** Whether this is what the files of this very version are called by. */
    boolean isCurrent(String folder) {
        return fingerprint.equals(folder);
    }
}
