package org.aurora.gateway;

import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.FailedToCreateRouteException;
import org.apache.camel.FailedToStartRouteException;
import org.apache.camel.NoSuchBeanException;
import org.apache.camel.NoSuchEndpointException;
import org.apache.camel.PropertyBindingException;
import org.apache.camel.ResolveEndpointFailedException;
import org.apache.camel.component.kamelet.FailedToCreateKameletException;
import org.aurora.gateway.settings.GatewaySettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/**
 * Turns what Camel and Netty throw at a start into a sentence that names the file, id or key to correct. Values are
 * left out: a key or password may be among them.
 */
final class StartFailureSentence {
    private static final Pattern DUPLICATE_ID = Pattern.compile("Duplicate (?:route )?ids? detected: (.+?)\\. Please");
    private static final Pattern UNKNOWN_PARAMETERS = Pattern.compile("Unknown parameters=\\[\\{(.*)}]");
    private static final Pattern PARAMETER_NAME = Pattern.compile("(?:^|, )([\\w.-]+)=");
    private static final Pattern BOUND_PROPERTY = Pattern.compile("\\((camel\\.[\\w.-]+)=");
    private static final Pattern NO_COMPONENT =
            Pattern.compile("property: (\\S+) because cannot find component with name (\\S+?)\\.");
    private static final Pattern SHARED_ENDPOINT =
            Pattern.compile("Multiple consumers for the same endpoint is not allowed: (\\S+)");
    private static final Pattern NO_TEMPLATE = Pattern.compile("Cannot find RouteTemplate with id (\\S+)");
    private static final Pattern NO_PLACEHOLDER = Pattern.compile("Property with key \\[(.+?)] not found");
    private static final Pattern CLASS_NAME =
            Pattern.compile("\\b(?:[a-z][\\w]*\\.){2,}[A-Z][\\w$]*(?:@[0-9a-f]+)?:? ?");

    private final Layout layout;
    private final ApplicationProperties properties;
    private final GatewaySettings settings;
    private final RouteFiles routeFiles;

    StartFailureSentence(Layout layout, ApplicationProperties properties, GatewaySettings settings) {
        this.layout = layout;
        this.properties = properties;
        this.settings = settings;
        this.routeFiles = new RouteFiles(layout);
    }

    String of(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        for (Throwable link = failure; link != null; link = link.getCause()) {
            chain.add(link);
        }
        return complete(chain).orElseGet(() -> place(chain) + reason(chain));
    }

    /** Failures whose sentence says by itself where to look. */
    private Optional<String> complete(List<Throwable> chain) {
        return first(chain, StartFailure.class)
                .map(StartFailure::getMessage)
                .or(() -> address(chain))
                .or(() -> first(chain, MarkedYamlEngineException.class).map(this::yaml))
                .or(() -> first(chain, PropertyBindingException.class).map(this::property))
                .or(() -> match(chain, NO_COMPONENT)
                        .map(found -> properties.shown() + ": " + properties.asWritten(found.group(1))
                                + " is for a component called " + found.group(2) + ", which does not exist"))
                .or(() -> match(chain, DUPLICATE_ID).map(found -> duplicateId(found.group(1))));
    }

    private Optional<String> address(List<Throwable> chain) {
        String where = "port " + settings.port() + " of " + settings.host();
        if (first(chain, UnresolvedAddressException.class).isPresent()) {
            return Optional.of("AURORA_HOST is \"" + settings.host() + "\", which is no address that is known here");
        }
        return chain.stream()
                .map(link -> String.valueOf(link.getMessage()))
                .filter(message -> message.contains("bind(")
                        || first(chain, BindException.class).isPresent())
                .findFirst()
                .map(message -> {
                    if (message.contains("in use")) {
                        return where + " is taken by another program; stop that one, or choose another AURORA_PORT";
                    }
                    return message.contains("Permission denied")
                            ? where + " is open to privileged users only; choose an AURORA_PORT above 1023"
                            : "AURORA_HOST is \"" + settings.host() + "\", which is no address of this machine";
                });
    }

    private String yaml(MarkedYamlEngineException failure) {
        String problem = failure.getProblem()
                .replace("Unknown node id: ", "there is no step called ")
                .replace("Unsupported field: ", "unknown key ");
        return failure.getProblemMark().map(this::place).orElse("a YAML file: ") + problem;
    }

    private String place(Mark mark) {
        String file = mark.getName().startsWith("file:") ? mark.getName().substring("file:".length()) : mark.getName();
        return layout.shown(Path.of(file)) + " line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1)
                + ": ";
    }

    private String property(PropertyBindingException failure) {
        Matcher bound = BOUND_PROPERTY.matcher(String.valueOf(failure.getMessage()));
        String key = properties.asWritten(bound.find() ? bound.group(1) : failure.getPropertyName());
        return properties.shown() + ": "
                + (failure.getCause() == null ? "unknown key " + key : "the value of " + key + " is not valid");
    }

    private String duplicateId(String id) {
        List<String> places = routeFiles.placesOf(id);
        return "the id \"" + id + "\" is used twice"
                + (places.isEmpty() ? "" : ", in " + String.join(" and ", places))
                + "; ids of routes and steps must differ in all files together";
    }

    /** The kamelet or route that failed, followed by a colon; empty where none is known. */
    private String place(List<Throwable> chain) {
        Optional<String> kamelet = first(chain, FailedToCreateKameletException.class)
                .map(FailedToCreateKameletException::getTemplateId)
                .flatMap(layout::kamelet)
                .map(file -> layout.shown(file) + ": ");
        return kamelet.or(() -> routeId(chain).map(id -> {
                    List<String> places = routeFiles.placesOf(id);
                    return (places.isEmpty() ? "" : places.get(0) + ", ") + "route \"" + id + "\": ";
                }))
                .orElse("");
    }

    private static Optional<String> routeId(List<Throwable> chain) {
        return first(chain, FailedToCreateRouteException.class)
                .map(FailedToCreateRouteException::getRouteId)
                .or(() -> first(chain, FailedToStartRouteException.class).map(FailedToStartRouteException::getRouteId));
    }

    private static String reason(List<Throwable> chain) {
        return match(chain, UNKNOWN_PARAMETERS)
                .map(found -> endpoint(chain) + " has no option " + names(found.group(1)))
                .or(() -> match(chain, SHARED_ENDPOINT).map(found -> "another route already serves " + found.group(1)))
                .or(() -> first(chain, NoSuchEndpointException.class)
                        .map(e -> "there is no component for the endpoint " + bare(e.getUri())))
                .or(() -> match(chain, NO_TEMPLATE).map(found -> "metadata.name must be " + found.group(1)))
                .or(() -> match(chain, NO_PLACEHOLDER)
                        .map(found -> "the placeholder {{" + found.group(1) + "}} has no value"))
                .or(() -> first(chain, NoSuchBeanException.class)
                        .map(e -> "nothing is bound under the name \"" + e.getName() + "\""))
                .orElseGet(() -> deepest(chain));
    }

    private static String endpoint(List<Throwable> chain) {
        return first(chain, ResolveEndpointFailedException.class)
                .map(e -> "the endpoint " + bare(e.getUri()))
                .orElse("an endpoint");
    }

    /** An endpoint without its options, which may hold secrets. */
    private static String bare(String uri) {
        return uri.replaceFirst("\\?.*", "").replaceFirst("^(?!https?:)([\\w-]+)://", "$1:");
    }

    private static String names(String parameters) {
        return String.join(
                ", ",
                PARAMETER_NAME
                        .matcher(parameters)
                        .results()
                        .map(found -> "\"" + found.group(1) + "\"")
                        .toList());
    }

    private static String deepest(List<Throwable> chain) {
        String best = "";
        for (Throwable link : chain) {
            String message = String.valueOf(link.getMessage());
            best = link.getMessage() == null || message.isBlank() ? best : message;
        }
        String words = CLASS_NAME.matcher(best).replaceAll("").strip();
        return words.isEmpty()
                ? "the start failed in a way that only AURORA_LOG_LEVEL=debug can show"
                : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static Optional<Matcher> match(List<Throwable> chain, Pattern pattern) {
        return chain.stream()
                .map(link -> pattern.matcher(String.valueOf(link.getMessage())))
                .filter(Matcher::find)
                .findFirst();
    }

    private static <T extends Throwable> Optional<T> first(List<Throwable> chain, Class<T> type) {
        return chain.stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
