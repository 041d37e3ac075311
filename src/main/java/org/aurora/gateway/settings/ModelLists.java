package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.aurora.gateway.provider.ConfiguredModel;

/**
 * Reads the models that are configured for a provider. Ids that no model can have, and repeated ones, are left out
 * with a warning; a list of which nothing remains is refused, since no list at all means something else.
 */
final class ModelLists {
    private final Map<String, ConfiguredModel> models = new LinkedHashMap<>();
    private final Place place;
    private final Consumer<String> warnings;

    private ModelLists(Place place, Consumer<String> warnings) {
        this.place = place;
        this.warnings = warnings;
    }

    /** Reads a list of ids and of mappings with {@code id} and {@code metadata}. */
    static List<ConfiguredModel> inFile(YamlValue list, String currency, Consumer<String> warnings) {
        ModelLists lists = new ModelLists(list.place(), warnings);
        for (YamlValue item : list.list()) {
            lists.addItem(item, currency);
        }
        return lists.models();
    }

    /** Reads a comma list: blank and repeated entries are dropped silently. Empty where nothing else is in it. */
    static List<ConfiguredModel> inVariable(WrittenValue written, Consumer<String> warnings) {
        ModelLists lists = new ModelLists(written.place(), warnings);
        boolean blank = true;
        for (String entry : written.text().split(",", -1)) {
            String id = entry.strip();
            blank = blank && id.isEmpty();
            if (!id.isEmpty() && !lists.models.containsKey(id)) {
                lists.add(id, Map.of(), written.place());
            }
        }
        return blank ? List.of() : lists.models();
    }

    private void addItem(YamlValue item, String currency) {
        if (item.isScalar()) {
            add(item.text().text(), Map.of(), item.place());
            return;
        }
        YamlSection body = item.section().allowing("id", "metadata");
        String id = body.find("id")
                .orElseThrow(() -> item.place().refuse("id is missing; an entry is an id or has id and metadata"))
                .text()
                .text();
        add(
                id,
                body.find("metadata")
                        .map(metadata -> ModelMetadata.read(metadata, currency))
                        .orElse(Map.of()),
                item.place());
    }

    private void add(String id, Map<String, Object> metadata, Place where) {
        Optional<String> problem =
                ModelIds.problem(id).or(() -> models.containsKey(id) ? Optional.of("is repeated") : Optional.empty());
        if (problem.isPresent()) {
            warnings.accept(where.description() + ": the model id " + Place.quote(id) + " was left out, since it "
                    + problem.get());
        } else {
            models.put(id, new ConfiguredModel(id, metadata));
        }
    }

    private List<ConfiguredModel> models() {
        if (models.isEmpty()) {
            throw place.refuse("the list holds no usable model id; name at least one, of 1 to " + ModelIds.LONGEST
                    + " characters without control characters, or leave the list out");
        }
        return new ArrayList<>(models.values());
    }
}
