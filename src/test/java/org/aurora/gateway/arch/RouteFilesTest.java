package org.aurora.gateway.arch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.aurora.gateway.arch.RouteFile.Route;
import org.aurora.gateway.arch.RouteFile.Step;
import org.aurora.gateway.provider.ProviderType;
import org.aurora.gateway.provider.ProviderTypes;
import org.junit.jupiter.api.Test;

/** The files that people read first, the worked examples among them. */
class RouteFilesTest {
    private static final int MOST_STEPS = 12;
    private static final int MOST_LINES_OF_A_KAMELET = 80;
    private static final Path KAMELETS = Path.of("kamelets");

    private static List<Route> routes() throws Exception {
        List<Route> routes = new ArrayList<>(RouteFile.routesBelow(Path.of("routes")));
        routes.addAll(RouteFile.routesBelow(Path.of("docs/examples")));
        return routes;
    }

    @Test
    void everyRouteSaysWhatItIs() throws Exception {
        assertThat(routes()).hasSizeGreaterThan(15).allSatisfy(route -> {
            assertThat(route.id()).matches("[a-z][a-z-]*");
            assertThat(route.description()).isNotBlank();
        });
    }

    @Test
    void everyStepIsNamedAfterItsRouteAndSaysWhatItDoes() throws Exception {
        assertThat(routes())
                .allSatisfy(route -> assertThat(route.steps()).isNotEmpty().allSatisfy(step -> {
                    assertThat(step.id()).matches(route.id() + "\\.[a-z][a-z-]*");
                    assertThat(step.description()).isNotBlank();
                }));
    }

    @Test
    void noTwoRoutesOrStepsShareAnId() throws Exception {
        Stream<String> ids = routes().stream()
                .flatMap(route -> Stream.concat(
                        Stream.of(route.id()), route.steps().stream().map(Step::id)));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void routesStayShortEnoughToBeReadAloud() throws Exception {
        assertThat(routes()).allSatisfy(route -> assertThat(route.steps()).hasSizeLessThanOrEqualTo(MOST_STEPS));
    }

    @Test
    void everyTypeOfProviderHasOneKamelet() throws Exception {
        List<String> kamelets = RouteFile.files(KAMELETS, "-provider.kamelet.yaml").stream()
                .map(file -> file.getFileName().toString())
                .toList();

        assertThat(kamelets)
                .containsExactlyInAnyOrderElementsOf(ProviderTypes.known().stream()
                        .map(ProviderType::name)
                        .map(type -> type + "-provider.kamelet.yaml")
                        .toList());
    }

    @Test
    void kameletsAreNamedAsTheirFilesAndStayShort() throws Exception {
        List<Path> kamelets = new ArrayList<>(RouteFile.files(KAMELETS, ".yaml"));
        kamelets.addAll(RouteFile.files(Path.of("docs/examples/kamelets"), ".yaml"));

        for (Path kamelet : kamelets) {
            List<String> lines = Files.readAllLines(kamelet);
            String name = kamelet.getFileName().toString().replace(".kamelet.yaml", "");
            assertThat(lines).contains("  name: " + name).hasSizeLessThanOrEqualTo(MOST_LINES_OF_A_KAMELET);
        }
    }

    @Test
    void everyFlowThatNamesAModelTakesTheSameSteps() throws Exception {
        List<Route> routes = RouteFile.routesBelow(Path.of("routes"));

        assertThat(stepsOf("chat-completions", routes))
                .endsWith(stepsOf("invoke", routes).toArray(String[]::new))
                .hasSize(stepsOf("invoke", routes).size() + 1);
    }

    private static List<String> stepsOf(String id, List<Route> routes) {
        return routes.stream()
                .filter(route -> route.id().equals(id))
                .flatMap(route -> route.steps().stream())
                .map(step -> step.kind() + " " + step.id().replace(id + ".", ""))
                .toList();
    }
}
