package org.aurora.gateway.pricelist;

import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;

/** Writes a body into a file, and gives up where it is longer than it may be. */
final class LimitedFile implements BodySubscriber<Path> {
    private final BodySubscriber<Path> file;
    private final long mostBytes;
    private long bytes;
    private boolean over;
    private Runnable cancel = () -> {};

    LimitedFile(Path file, long mostBytes) {
        this.file = BodySubscribers.ofFile(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        this.mostBytes = mostBytes;
    }

    @Override
    public CompletionStage<Path> getBody() {
        return file.getBody();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        cancel = subscription::cancel;
        file.onSubscribe(subscription);
    }

    @Override
    public void onNext(List<ByteBuffer> pieces) {
        if (over) {
            return;
        }
        bytes += pieces.stream().mapToLong(ByteBuffer::remaining).sum();
        if (bytes > mostBytes) {
            over = true;
            cancel.run();
            file.onError(ModelListSource.tooLong(mostBytes));
        } else {
            file.onNext(pieces);
        }
    }

    @Override
    public void onError(Throwable failure) {
        if (!over) {
            file.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        if (!over) {
            file.onComplete();
        }
    }
}
