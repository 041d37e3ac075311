package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.aurora.gateway.caller.AdminKey;
import org.aurora.gateway.model.Secret;

/**
 * Reads {@code name:key,...}. Errors name an entry by its position only: where name and key were swapped, the name is
 * the secret.
 */
final class AdminKeys {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

    private AdminKeys() {}

    static List<AdminKey> parse(WrittenValue written, Optional<Secret> masterKey) {
        List<AdminKey> keys = new ArrayList<>();
        for (String entry : written.text().strip().split(",", -1)) {
            Place place = new Place(written.place().description() + ", entry " + (keys.size() + 1));
            AdminKey key = entry(entry.strip(), place);
            refuseRepetition(key, keys, masterKey, place);
            keys.add(key);
        }
        return keys;
    }

    private static AdminKey entry(String entry, Place place) {
        int colon = entry.indexOf(':');
        if (colon < 1 || colon == entry.length() - 1) {
            throw place.refuse("must be name:key, neither of them empty");
        }
        String name = entry.substring(0, colon);
        if (!NAME.matcher(name).matches() || name.equals(AdminKey.MASTER)) {
            throw place.refuse("the name before the colon must have 1 to 64 letters, digits, '.', '_', '@' or '-',"
                    + " begin with a letter or digit and not be " + AdminKey.MASTER);
        }
        String key = entry.substring(colon + 1);
        return new AdminKey(name, new WrittenValue(key, "", place).secret(SettingsReader.FEWEST_KEY_CHARACTERS));
    }

    private static void refuseRepetition(
            AdminKey key, List<AdminKey> earlier, Optional<Secret> masterKey, Place place) {
        if (earlier.stream().anyMatch(other -> other.name().equals(key.name()))) {
            throw place.refuse("an earlier entry has the same name; each needs a name of its own");
        }
        if (earlier.stream().anyMatch(other -> other.key().equals(key.key()))
                || masterKey.filter(key.key()::equals).isPresent()) {
            throw place.refuse("an earlier entry or the master key has the same key; each needs a key of its own");
        }
    }
}
