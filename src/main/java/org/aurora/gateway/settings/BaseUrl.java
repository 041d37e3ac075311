package org.aurora.gateway.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the address of a provider: absolute, http or https, without user info, query and fragment. */
final class BaseUrl {
    private static final String ALLOWED =
            "an absolute http or https address without user info, query and fragment, such as https://host/v1";
    private static final Pattern MAY_HOLD_A_SECRET = Pattern.compile("[@?#]");
    private static final int HIGHEST_PORT = 65_535;

    private BaseUrl() {}

    static URI read(WrittenValue written) {
        String text = written.text().replaceFirst("/+$", "");
        return parse(text).filter(BaseUrl::isAddress).orElseThrow(() -> refuse(written));
    }

    private static Optional<URI> parse(String text) {
        try {
            return Optional.of(new URI(text));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAddress(URI uri) {
        return ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()))
                && uri.getHost() != null
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && uri.getPort() != 0
                && uri.getPort() <= HIGHEST_PORT;
    }

    private static ConfigurationException refuse(WrittenValue written) {
        return MAY_HOLD_A_SECRET.matcher(written.shown()).find()
                ? written.place().refuse("the address must be " + ALLOWED)
                : written.wrong(ALLOWED);
    }
}
