package org.aurora.gateway.settings;

import java.util.List;
import java.util.Optional;
import org.aurora.gateway.caller.KeyLists;
import org.aurora.gateway.caller.KeySettings;
import org.aurora.gateway.caller.UserPath;
import org.aurora.gateway.model.ModelText;

/** What an operator decides about a key, in the words of the admin API. */
final class KeySection {
    static final List<String> KEYS = List.of("name", "user_path", "allowed_models", "denied_models", "expires_at");

    private static final int MAX_ENTRIES = 1_000;
    private static final int MAX_ENTRY_CHARACTERS = 512;

    private KeySection() {}

    static KeySettings read(YamlSection section) {
        return new KeySettings(
                name(section),
                given(section, "user_path")
                        .map(value -> UserPath.parse("user_path", value.text().text())),
                new KeyLists(
                        entries(section, "allowed_models"),
                        entries(section, "denied_models").orElse(List.of())),
                given(section, "expires_at").map(value -> MomentText.read(value.text())));
    }

    private static Optional<YamlValue> given(YamlSection section, String key) {
        return section.find(key).filter(value -> !value.isNothing());
    }

    private static String name(YamlSection section) {
        WrittenValue name = section.text("name")
                .orElseThrow(() -> section.place().refuse("'name' is missing; say what the key is called"));
        if (name.text().isBlank() || ModelText.problem(name.text()).isPresent()) {
            throw name.wrong("a name of 1 to " + ModelText.MAX_CHARACTERS
                    + " characters, not all of them blank and no control character among them");
        }
        return name.text();
    }

    private static Optional<List<String>> entries(YamlSection section, String key) {
        return given(section, key).map(list -> {
            List<YamlValue> items = list.possiblyEmptyList();
            if (items.size() > MAX_ENTRIES) {
                throw list.place().refuse("the list has more than " + MAX_ENTRIES + " entries");
            }
            return items.stream().map(item -> entry(item.text())).distinct().toList();
        });
    }

    private static String entry(WrittenValue entry) {
        Optional<String> problem = ModelText.problem(entry.text(), MAX_ENTRY_CHARACTERS);
        if (problem.isPresent()) {
            throw entry.place()
                    .refuse("an entry that " + problem.get()
                            + "; write *, provider/*, provider/model, a model id or an alias");
        }
        String text = entry.text();
        boolean wildcard = text.equals("*") || (text.endsWith("/*") && text.indexOf('*') == text.length() - 1);
        if (text.indexOf('*') >= 0 && !wildcard) {
            throw entry.place().refuse("a '*' stands alone or after a provider's name and a slash, as in provider/*");
        }
        return text;
    }
}
