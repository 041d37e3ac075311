package org.aurora.gateway.inventory;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.aurora.gateway.model.ModelText;

/**
 * What one poll of a provider has heard so far, page by page, within its limits: 16 MiB and 10 seconds for all pages
 * together, 100 pages, 50,000 models. Whatever goes wrong is a {@link PollResult} and no exception. Used by one thread
 * after the other.
 */
public final class Listing {
    public static final Duration TIME_LIMIT = Duration.ofSeconds(10);

    static final int MOST_BYTES = 16 << 20;
    static final int MOST_PAGES = 100;
    static final int MOST_MODELS = 50_000;

    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final Map<String, LearnedModel> models = new LinkedHashMap<>();
    private DroppedIds dropped = DroppedIds.NONE;
    private Optional<String> problem = Optional.empty();
    private Optional<String> cursor = Optional.empty();
    private String idPrefix = "";
    private ModelPageReader page = new ModelPageReader(this);
    private boolean more = true;
    private boolean begun;
    private int pages;
    private int modelsBefore;
    private DroppedIds droppedBefore = DroppedIds.NONE;
    private long bytes;

    public Listing(Instant startedAt) {
        this.startedAt = startedAt;
    }

    public Instant startedAt() {
        return startedAt;
    }

    /** How much of the time limit is left; zero or negative where none is. */
    public Duration timeLeft() {
        return TIME_LIMIT.minusNanos(System.nanoTime() - startedNanos);
    }

    /** Whether there is another page to ask for. */
    public boolean more() {
        return more;
    }

    /** What the provider said to ask the next page with; empty for the first page. */
    public Optional<String> cursor() {
        return cursor;
    }

    /**
     * Begins to read the next page.
     *
     * @param prefix what is cut off the beginning of each id that has it
     */
    public void beginPage(String prefix) {
        begun = true;
        idPrefix = prefix;
        page = new ModelPageReader(this);
        modelsBefore = models.size();
        droppedBefore = dropped;
    }

    /** Whether anybody has begun to read the page that was asked for. */
    public boolean begunPage() {
        return begun;
    }

    /** Gets ready to ask for the next page. */
    public void nextPage() {
        begun = false;
    }

    /** There is no way to ask for more. */
    public void lastPage() {
        more = false;
    }

    /**
     * Takes the next piece of the page, which is not kept.
     *
     * @return false where no more is wanted
     */
    public boolean take(ByteBuffer piece) {
        bytes += piece.remaining();
        if (bytes > MOST_BYTES) {
            fail("The provider sent more than " + (MOST_BYTES >> 20) + " MiB.");
            return false;
        }
        try {
            page.take(piece);
        } catch (IOException e) {
            fail("The provider's answer is not JSON, or not of the usual shape.");
        }
        return problem.isEmpty();
    }

    /** Takes the end of the page. */
    public void endPage() {
        if (problem.isPresent()) {
            return;
        }
        try {
            if (page.end()) {
                goOn(page.cursor());
            } else {
                fail("The provider's answer holds no list of models.");
            }
        } catch (IOException e) {
            fail("The provider's answer is not JSON, or was cut off.");
        }
    }

    /** A page with nothing new is the last one, whatever it says: a provider that does not page repeats itself. */
    private void goOn(Optional<String> next) {
        boolean nothingNew = models.size() == modelsBefore;
        if (nothingNew && pages > 0) {
            dropped = droppedBefore;
        }
        pages++;
        more = next.isPresent() && !nothingNew;
        cursor = next;
        if (more && pages >= MOST_PAGES) {
            fail("The provider's list has more than " + MOST_PAGES + " pages.");
        }
    }

    /** Gives up; of several reasons the first counts. */
    public void fail(String reason) {
        if (problem.isEmpty()) {
            problem = Optional.of(reason);
        }
        more = false;
    }

    void add(ListedModel listed) {
        String id = listed.id();
        String shortened = id.startsWith(idPrefix) ? id.substring(idPrefix.length()) : id;
        if (usable(shortened)) {
            models.put(shortened, new LearnedModel(shortened, listed.metadata()));
            if (models.size() > MOST_MODELS) {
                fail("The provider's list has more than " + MOST_MODELS + " models.");
            }
        }
    }

    private boolean usable(String id) {
        DroppedIds now = dropped;
        if (id.isBlank()) {
            dropped = new DroppedIds(now.blank() + 1, now.repeated(), now.tooLong(), now.invalid());
        } else if (models.containsKey(id)) {
            dropped = new DroppedIds(now.blank(), now.repeated() + 1, now.tooLong(), now.invalid());
        } else if (id.codePointCount(0, id.length()) > ModelText.MAX_CHARACTERS) {
            dropped = new DroppedIds(now.blank(), now.repeated(), now.tooLong() + 1, now.invalid());
        } else if (ModelText.problem(id).isPresent()) {
            dropped = new DroppedIds(now.blank(), now.repeated(), now.tooLong(), now.invalid() + 1);
        } else {
            return true;
        }
        return false;
    }

    /** What came of it all. */
    public PollResult result() {
        return problem.isPresent()
                ? new PollResult.Failed(problem.get())
                : new PollResult.Listed(List.copyOf(models.values()), dropped);
    }
}
