package org.aurora.gateway.admin;

import java.io.IOException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.aurora.gateway.inventory.ModelCategory;
import org.aurora.gateway.resolve.ModelView;
import org.aurora.gateway.resolve.Snapshot;

/** Answers with every model and alias there is, narrowed down by what the query asks for. */
public final class ListAllModels implements Processor {
    static final String EVERY_CATEGORY = "all";

    private final Supplier<Snapshot> current;
    private final Clock clock;
    private final ListAnswers answers;

    public ListAllModels(Supplier<Snapshot> current, Clock clock, ListAnswers answers) {
        this.current = current;
        this.clock = clock;
        this.answers = answers;
    }

    @Override
    public void process(Exchange exchange) throws IOException {
        AdminRequest request = AdminRequest.of(exchange).allowingParameters(Set.of("category", "provider", "search"));
        Optional<ModelCategory> category = request.parameter("category")
                .filter(text -> !text.equals(EVERY_CATEGORY))
                .map(ListAllModels::category);
        Optional<String> provider = request.parameter("provider");
        Optional<String> search = request.parameter("search").map(ListAllModels::folded);
        Snapshot snapshot = current.get();
        Stream<ModelView> views = ModelView.all(snapshot)
                .filter(view -> category.isEmpty() || view.categories().contains(category.get()))
                .filter(view -> provider.isEmpty() || isAt(view, provider.get()))
                .filter(view -> search.isEmpty() || texts(view).anyMatch(text -> text.contains(search.get())));
        ListedJson<?> list = ListedJson.array(
                views,
                (json, view) -> ModelViewJson.write(
                        json, view, snapshot.pricing(), snapshot.access().enabledByDefault(), clock.instant()));
        exchange.getMessage().setBody(answers.of(exchange, list));
    }

    private static ModelCategory category(String text) {
        return ModelCategory.of(text)
                .orElseThrow(() -> AdminRequest.bad(
                        "The query parameter category names none; GET /admin/api/v1/models/categories lists them."));
    }

    private static boolean isAt(ModelView view, String provider) {
        return view.model().filter(model -> model.provider().equals(provider)).isPresent();
    }

    private static Stream<String> texts(ModelView view) {
        return Stream.of(
                        Optional.of(view.name()),
                        view.model().map(model -> model.selector()),
                        view.alias().flatMap(alias -> alias.alias().description()),
                        view.entry()
                                .map(entry -> String.valueOf(entry.metadata().getOrDefault("display_name", ""))))
                .flatMap(Optional::stream)
                .map(ListAllModels::folded);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
