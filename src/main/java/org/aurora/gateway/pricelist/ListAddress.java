package org.aurora.gateway.pricelist;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A list that is fetched from an address, and not again while it is the same. This happens once an hour, on a thread
 * that may wait, so the JDK's client does.
 */
final class ListAddress implements ModelListSource {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(Redirect.NORMAL)
            .build();
    private String tag = "";
    private String acceptedTag = "";

    ListAddress(URI address) {
        this.address = address;
    }

    @Override
    public boolean fetch(Path into) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).timeout(PATIENCE);
        if (!acceptedTag.isEmpty()) {
            request.header("if-none-match", acceptedTag);
        }
        HttpResponse<?> response = send(request.build(), into);
        if (response.statusCode() == 304) {
            return false;
        }
        if (response.statusCode() != 200) {
            throw new IOException("it was answered " + response.statusCode());
        }
        tag = response.headers().firstValue("etag").orElse("");
        return true;
    }

    private HttpResponse<?> send(HttpRequest request, Path into) throws IOException {
        CompletableFuture<HttpResponse<Path>> sent = client.sendAsync(
                request,
                head -> head.statusCode() == 200 ? new LimitedFile(into, MOST_BYTES) : BodySubscribers.replacing(into));
        try {
            return sent.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            sent.cancel(true);
            throw new IOException("it took longer than " + PATIENCE.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw new IOException(reason(e.getCause()), e);
        } catch (InterruptedException e) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("the gateway is stopping", e);
        }
    }

    /** Of other failures the kind alone, since their messages may hold the address. */
    private static String reason(@Nullable Throwable cause) {
        if (cause == null) {
            return "it failed";
        }
        return cause.getClass() == IOException.class
                ? String.valueOf(cause.getMessage())
                : cause.getClass().getSimpleName();
    }

    @Override
    public void accepted() {
        acceptedTag = tag;
    }

    @Override
    public String text() {
        return "address " + address;
    }
}
