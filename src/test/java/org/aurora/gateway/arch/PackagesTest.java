package org.aurora.gateway.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Endpoint;
import org.aurora.gateway.Gateway;
import org.aurora.gateway.inbound.Call;
import org.junit.jupiter.api.Test;

class PackagesTest {
    private static final String ROOT = "org.aurora.gateway";
    private static final JavaClasses GATEWAY = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** Packages that know neither Camel nor Netty: what they decide can be read and tested without either. */
    private static final List<String> DOMAIN = List.of(
            "error",
            "model",
            "provider",
            "caller",
            "inventory",
            "alias",
            "access",
            "pricing",
            "resolve",
            "chat",
            "journal",
            "usage",
            "spool");

    /** Which packages each may use, apart from itself. A package stands below those that it uses. */
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            entry("error", Set.of()),
            entry("ops", Set.of()),
            entry("model", Set.of("error")),
            entry("chat", Set.of("error")),
            entry("provider", Set.of("model")),
            entry("caller", Set.of("model", "error")),
            entry("inventory", Set.of("model", "provider")),
            entry("alias", Set.of("model", "inventory", "error")),
            entry("access", Set.of("model", "caller", "error")),
            entry("pricing", Set.of("model", "provider")),
            entry("resolve", Set.of("model", "provider", "caller", "inventory", "alias", "access", "pricing", "error")),
            entry("settings", Set.of("model", "provider", "caller", "alias", "access", "pricing", "error")),
            entry("pricelist", Set.of("pricing")),
            entry("spool", Set.of("model", "pricing", "usage")),
            entry("delivery", Set.of("usage", "spool")),
            entry("usage", Set.of("model", "pricing", "chat")),
            entry("metering", Set.of("model", "pricing", "caller", "usage", "inbound")),
            entry("relay", Set.of("chat", "error")),
            entry("inbound", Set.of("caller", "error", "ops")),
            entry("upstream", Set.of("model", "provider", "inventory", "resolve", "chat", "error", "relay", "inbound")),
            entry("journal", Set.of("model")),
            entry(
                    "live",
                    Set.of(
                            "access",
                            "journal",
                            "model",
                            "provider",
                            "inventory",
                            "pricing",
                            "resolve",
                            "settings",
                            "error")),
            entry("store", Set.of("journal", "live", "model", "inbound", "ops", "error")),
            entry("accounting", Set.of("usage", "pricing", "model", "store")),
            entry("discovery", Set.of("provider", "inventory", "resolve", "live", "ops", "inbound", "upstream")),
            entry(
                    "admin",
                    Set.of(
                            "accounting",
                            "discovery",
                            "provider",
                            "journal",
                            "live",
                            "store",
                            "settings",
                            "model",
                            "caller",
                            "alias",
                            "inventory",
                            "access",
                            "pricing",
                            "usage",
                            "resolve",
                            "relay",
                            "inbound",
                            "error")),
            entry("dashboard", Set.of("error")),
            entry("demo", Set.of("upstream", "relay")),
            entry(
                    "metrics",
                    Set.of(
                            "usage",
                            "pricing",
                            "provider",
                            "inventory",
                            "discovery",
                            "live",
                            "journal",
                            "store",
                            "inbound",
                            "upstream",
                            "caller",
                            "model",
                            "error")),
            entry(
                    "route",
                    Set.of(
                            "model",
                            "provider",
                            "caller",
                            "inventory",
                            "alias",
                            "resolve",
                            "chat",
                            "error",
                            "usage",
                            "metering",
                            "ops",
                            "store",
                            "relay",
                            "inbound",
                            "upstream")));

    /** The entry point and its failure, and what only Simple expressions in routes lead to. */
    private static final Set<String> REACHED_OTHERWISE = Set.of(
            Gateway.class.getName(),
            ROOT + ".StartFailure",
            ROOT + ".route.ModelRequest",
            ROOT + ".route.Attempt",
            ROOT + ".discovery.LeaseBid",
            ROOT + ".discovery.KnowledgeRow",
            ROOT + ".admin.HistoryQuery",
            ROOT + ".caller.KeyLists");

    @Test
    void domainKnowsNeitherCamelNorNetty() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        DOMAIN.stream().map(name -> ROOT + "." + name + "..").toArray(String[]::new))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.camel..", "io.netty..", "reactor..", "org.reactivestreams..")
                .check(GATEWAY);
    }

    @Test
    void packagesUseOnlyThoseBelowThem() {
        List<String> upwards = GATEWAY.stream()
                .filter(type -> !type.getPackageName().equals(ROOT))
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(PackagesTest::staysInTheGateway)
                .filter(dependency -> !allowed(dependency))
                .map(Dependency::getDescription)
                .toList();

        assertThat(upwards).isEmpty();
    }

    private static boolean staysInTheGateway(Dependency dependency) {
        return dependency.getTargetClass().getPackageName().startsWith(ROOT);
    }

    private static boolean allowed(Dependency dependency) {
        String from = name(dependency.getOriginClass());
        String to = name(dependency.getTargetClass());
        return from.equals(to) || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    private static String name(JavaClass type) {
        String full = type.getPackageName();
        return full.startsWith(ROOT + ".") ? full.substring(ROOT.length() + 1) : "";
    }

    @Test
    void everyPackageHasItsPlaceAmongTheOthers() {
        Stream<String> there = GATEWAY.stream().map(PackagesTest::name).filter(name -> !name.isEmpty());

        assertThat(MAY_USE.keySet()).containsAll(there.toList());
    }

    @Test
    void everyPackageIsExplainedInTheDocumentation() throws Exception {
        List<String> rows = Files.readAllLines(Path.of("docs/architecture.md"));

        assertThat(MAY_USE.keySet())
                .allSatisfy(name -> assertThat(rows).anyMatch(row -> row.startsWith("| `" + name + "` |")));
    }

    /** The two edges meet in the call alone: whose headers may go on, and who is told when the caller leaves. */
    @Test
    void upstreamKnowsOfTheInboundEdgeNothingButTheCall() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".upstream..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of the inbound edge, but not the call",
                        type -> name(type).equals("inbound") && !type.isEquivalentTo(Call.class)))
                .check(GATEWAY);
    }

    @Test
    void onlySettingsAndTheCompositionRootReadTheEnvironment() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".settings..")
                .should()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class, String.class)
                .orShould()
                .callMethod(System.class, "getProperties")
                .check(GATEWAY);
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(GATEWAY);
    }

    @Test
    void typesArePublicOnlyWhereAnotherPackageNeedsThem() {
        Set<JavaClass> needed = GATEWAY.stream()
                .filter(type -> REACHED_OTHERWISE.contains(type.getName()) || usedElsewhere(type))
                .collect(Collectors.toCollection(HashSet::new));
        for (Set<JavaClass> shown = needed; !shown.isEmpty(); ) {
            shown = shown.stream()
                    .flatMap(PackagesTest::shownBy)
                    .filter(type -> !needed.contains(type))
                    .collect(Collectors.toSet());
            needed.addAll(shown);
        }
        List<String> needlessly = GATEWAY.stream()
                .filter(type -> type.isTopLevelClass() && type.getModifiers().contains(JavaModifier.PUBLIC))
                .filter(type -> !type.isAssignableTo(Endpoint.class) && !needed.contains(type))
                .map(JavaClass::getName)
                .toList();

        assertThat(needlessly).isEmpty();
    }

    private static boolean usedElsewhere(JavaClass type) {
        return type.getDirectDependenciesToSelf().stream()
                .anyMatch(use -> !use.getOriginClass().getPackageName().equals(type.getPackageName()));
    }

    /** What a type's public methods take and give, which its users therefore see. */
    private static Stream<JavaClass> shownBy(JavaClass type) {
        return type.getCodeUnits().stream()
                .filter(unit -> unit.getModifiers().contains(JavaModifier.PUBLIC))
                .flatMap(unit -> Stream.concat(Stream.of(unit.getReturnType()), unit.getParameterTypes().stream()))
                .flatMap(shown -> shown.getAllInvolvedRawTypes().stream())
                .filter(shown -> GATEWAY.contain(shown.getName()));
    }

    @Test
    void classesAreFinalUnlessTheyAreMadeToBeExtended() {
        classes()
                .that()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .areTopLevelClasses()
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(GATEWAY);
    }
}
