package org.aurora.gateway.caller;

import java.util.List;

/**
 * What a request says of its sender, as the raw values of three headers, each as often as it was sent and one character
 * a byte. Nothing else in a request says anything of that.
 *
 * @param authorization those of {@code Authorization}
 * @param apiKey those of {@code x-api-key}
 * @param userPath those of {@link UserPathHeader#NAME}
 */
public record Credentials(List<String> authorization, List<String> apiKey, List<String> userPath) {
    public static final String AUTHORIZATION = "Authorization";
    public static final String API_KEY = "x-api-key";

    public Credentials {
        authorization = List.copyOf(authorization);
        apiKey = List.copyOf(apiKey);
        userPath = List.copyOf(userPath);
    }
}
