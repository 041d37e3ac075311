package org.aurora.gateway.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Need;
import org.aurora.gateway.provider.ProviderType;
import org.aurora.gateway.provider.ProviderTypes;

/**
 * Lays the environment's provider variables over the file's providers, and adds providers that only the environment
 * knows. A variable begins with a provider's name, with a type, or with a type and a suffix; where a provider is meant
 * both by its name and by its type, the name wins.
 */
final class ProviderVariables {
    private static final Pattern VARIABLE =
            Pattern.compile("(?<prefix>[A-Z0-9][A-Z0-9_]*)_(?<field>API_KEY|BASE_URL|MODELS|API_VERSION)");
    private static final Pattern TYPE_AND_SUFFIX = Pattern.compile("(?<type>[A-Z]+)(?<suffix>(_[A-Z0-9]+)*)");

    private enum Field {
        API_KEY,
        BASE_URL,
        MODELS,
        API_VERSION
    }

    private record Variable(String name, String prefix, Field field, String text) {}

    private final List<ProviderDraft> declared;
    private final Consumer<String> warnings;
    private final Map<String, ProviderDraft> drafts = new LinkedHashMap<>();
    private final Map<String, ProviderDraft> created = new TreeMap<>();

    private ProviderVariables(List<ProviderDraft> declared, Consumer<String> warnings) {
        this.declared = declared;
        this.warnings = warnings;
        declared.forEach(draft -> drafts.put(draft.name(), draft));
    }

    /** The declared providers in their order, then those created, by name. */
    static List<ProviderDraft> over(
            List<ProviderDraft> declared, Map<String, String> environment, Consumer<String> warnings) {
        ProviderVariables variables = new ProviderVariables(declared, warnings);
        List<Variable> byName = new ArrayList<>();
        for (Variable variable : variablesIn(environment)) {
            if (variables.named(variable.prefix()).isEmpty()) {
                variables.applyByType(variable);
            } else {
                byName.add(variable);
            }
        }
        byName.forEach(variables::applyByName);
        List<ProviderDraft> all = new ArrayList<>(variables.drafts.values());
        all.addAll(variables.created.values());
        return all;
    }

    private static List<Variable> variablesIn(Map<String, String> environment) {
        List<Variable> variables = new ArrayList<>();
        new TreeMap<>(environment).forEach((name, text) -> {
            Matcher matcher = VARIABLE.matcher(name);
            if (!text.isEmpty() && matcher.matches()) {
                variables.add(new Variable(name, matcher.group("prefix"), Field.valueOf(matcher.group("field")), text));
            }
        });
        return variables;
    }

    private List<ProviderDraft> named(String prefix) {
        return declared.stream()
                .filter(draft -> draft.variablePrefix().equals(prefix))
                .toList();
    }

    private void applyByName(Variable variable) {
        List<ProviderDraft> meant = named(variable.prefix());
        if (meant.size() > 1) {
            ignore(variable, "it could mean any of the providers " + names(meant) + "; rename all but one of them");
        } else {
            apply(variable, meant.get(0).name());
        }
    }

    private void applyByType(Variable variable) {
        Matcher matcher = TYPE_AND_SUFFIX.matcher(variable.prefix());
        if (!matcher.matches()) {
            return;
        }
        Optional<ProviderType> type = ProviderTypes.known().stream()
                .filter(known -> known.name().toUpperCase(Locale.ROOT).equals(matcher.group("type")))
                .findFirst();
        if (type.isPresent()) {
            applyToType(variable, type.get(), matcher.group("suffix").isEmpty());
        }
    }

    private void applyToType(Variable variable, ProviderType type, boolean typeAlone) {
        List<ProviderDraft> ofType =
                declared.stream().filter(draft -> draft.type().equals(type)).toList();
        if (!typeAlone || ofType.isEmpty()) {
            create(variable, type);
        } else if (ofType.size() == 1) {
            apply(variable, ofType.get(0).name());
        } else {
            ignore(
                    variable,
                    "there are several providers of type " + type.name() + ": " + names(ofType) + "; use "
                            + ofType.get(0).variablePrefix() + "_" + variable.field() + " and the like");
        }
    }

    private void create(Variable variable, ProviderType type) {
        String name = variable.prefix().toLowerCase(Locale.ROOT).replace('_', '-');
        if (!ProvidersSection.NAME.matcher(name).matches()) {
            ignore(variable, "a provider's name has at most 64 characters");
            return;
        }
        ProviderDraft before = created.getOrDefault(name, ProviderDraft.bare(name, type));
        changed(before, variable).ifPresent(after -> created.put(name, after));
    }

    private void apply(Variable variable, String name) {
        drafts.computeIfPresent(name, (key, before) -> changed(before, variable).orElse(before));
    }

    /** The draft with the variable's value; empty where the variable says nothing. */
    private Optional<ProviderDraft> changed(ProviderDraft draft, Variable variable) {
        WrittenValue written = WrittenValue.ofVariable(variable.name(), variable.text());
        ProviderType type = draft.type();
        return switch (variable.field()) {
            case API_KEY -> wanted(variable, type, type.key()).map(given -> draft.withKey(written.secret(1)));
            case BASE_URL ->
                wanted(variable, type, type.baseUrl()).map(given -> draft.withBaseUrl(BaseUrl.read(written)));
            case API_VERSION ->
                Optional.of(draft.withApiVersion(
                        written.matching(ProvidersSection.API_VERSION, ProvidersSection.API_VERSION_ALLOWED)));
            case MODELS -> {
                List<ConfiguredModel> models = ModelLists.inVariable(written, warnings);
                yield models.isEmpty() ? Optional.empty() : Optional.of(draft.withModels(models));
            }
        };
    }

    private Optional<Variable> wanted(Variable variable, ProviderType type, Need need) {
        if (need == Need.NONE) {
            ignore(variable, "a provider of type " + type.name() + " takes none");
            return Optional.empty();
        }
        return Optional.of(variable);
    }

    private void ignore(Variable variable, String reason) {
        warnings.accept(Place.variable(variable.name()).description() + " is ignored: " + reason);
    }

    private static String names(List<ProviderDraft> drafts) {
        return String.join(", ", drafts.stream().map(ProviderDraft::name).toList());
    }
}
