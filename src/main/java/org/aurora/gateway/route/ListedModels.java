package org.aurora.gateway.route;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.aurora.gateway.inbound.JsonAnswer;
import org.aurora.gateway.resolve.ModelEntry;

/**
 * A list of models as it is sent, to many callers perhaps.
 *
 * @param json the document; not to be changed
 * @param entityTag follows from the document alone, quotes included
 */
public record ListedModels(byte[] json, String entityTag) {
    private static final long MOST_BYTES_KEPT = 32L * 1024 * 1024;
    private static final int BYTES_BESIDE_A_DOCUMENT = 512;
    private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);

    static ListedModels of(List<ModelEntry> entries) {
        byte[] document = JsonAnswer.bytes(json -> {
            json.writeStartObject();
            json.writeStringField("object", "list");
            json.writeArrayFieldStart("data");
            for (ModelEntry entry : entries) {
                ModelJson.write(json, entry);
            }
            json.writeEndArray();
            json.writeEndObject();
        });
        return new ListedModels(document, entityTag(document));
    }

    private static String entityTag(byte[] document) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(document);
            return '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(digest) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Keeps lists by what they depend on, up to 32 MiB of them and each no longer than it is asked for. */
    public static Cache<Object, Object> cache() {
        return Caffeine.newBuilder()
                .maximumWeight(MOST_BYTES_KEPT)
                .weigher(ListedModels::weight)
                .expireAfterAccess(KEPT_UNUSED)
                .executor(Runnable::run)
                .recordStats()
                .build();
    }

    private static int weight(Object key, Object value) {
        return value instanceof ListedModels listed ? listed.json().length + BYTES_BESIDE_A_DOCUMENT : 0;
    }
}
