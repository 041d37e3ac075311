package org.aurora.gateway.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.disabled;
import static org.aurora.gateway.alias.Aliases.target;
import static org.aurora.gateway.alias.Aliases.weighted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.ProviderModel;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;

class AliasBookTest {
    private static final Inventory INVENTORY = Inventory.configured(List.of(
            provider("openai", "gpt-4o", "gpt-4o-mini"), provider("router", "openai/gpt-4o", "gpt-4o", "vendor/m")));

    @Test
    void aTargetIsAnAliasBeforeItIsAModel() {
        AliasBook book = book(alias("fast", "openai/gpt-4o"), alias("openai/gpt-4o", "router/gpt-4o"));

        assertThat(destination(book, "fast")).isInstanceOf(Destination.Chained.class);
    }

    @Test
    void aQualifiedTargetIsThatProvidersModel() {
        assertThat(destination(book(alias("fast", "router/openai/gpt-4o")), "fast"))
                .isEqualTo(model("router/openai/gpt-4o", "router", "openai/gpt-4o"));
    }

    @Test
    void aBareTargetIsTheFirstProvidersModel() {
        assertThat(destination(book(alias("fast", "gpt-4o")), "fast")).isEqualTo(model("gpt-4o", "openai", "gpt-4o"));
    }

    @Test
    void aQualifiedTargetNeverSlidesOnToAnotherProvider() {
        assertThat(destination(book(alias("fast", "openai/vendor/m")), "fast"))
                .isEqualTo(new Destination.Model("openai/vendor/m", new ProviderModel("openai", "vendor/m"), false));
    }

    @Test
    void aTargetThatNamesNothingIsKept() {
        assertThat(destination(book(alias("fast", "nobody/has-this")), "fast"))
                .isEqualTo(new Destination.Nothing("nobody/has-this"));
    }

    @Test
    void aDisabledAliasDoesNotExist() {
        AliasBook book = book(disabled(alias("gpt-4o", "router/vendor/m")), alias("fast", "gpt-4o"));

        assertThat(book.find("gpt-4o")).isEmpty();
        assertThat(destination(book, "fast")).isEqualTo(model("gpt-4o", "openai", "gpt-4o"));
    }

    @Test
    void namesAreNeitherFoldedNorTrimmed() {
        AliasBook book = book(alias("Fast", "gpt-4o"));

        assertThat(book.find("fast")).isEmpty();
        assertThat(book.find("Fast ")).isEmpty();
        assertThat(book.find("Fast")).isPresent();
    }

    @Test
    void aBareShadowMayLeadToTheModelItHides() {
        AliasBook book = book(alias("gpt-4o", "openai/gpt-4o"));

        assertThat(destination(book, "gpt-4o")).isEqualTo(model("openai/gpt-4o", "openai", "gpt-4o"));
        assertThat(book.problems()).isEmpty();
    }

    @Test
    void aQualifiedShadowThatNamesItsOwnTextMeansTheModelItHides() {
        AliasBook book = book(weighted("openai/gpt-4o", target("openai/gpt-4o", 9), target("router/gpt-4o", 1)));

        assertThat(destination(book, "openai/gpt-4o")).isEqualTo(model("openai/gpt-4o", "openai", "gpt-4o"));
        assertThat(book.problems()).isEmpty();
    }

    @Test
    void aBareAliasThatNamesItsOwnTextIsACycle() {
        AliasBook book = book(alias("gpt-4o", "gpt-4o"));

        assertThat(kinds(book)).containsExactly("gpt-4o CYCLE");
    }

    @Test
    void aSlashWithoutAProviderBeforeItDoesNotQualify() {
        AliasBook book = book(alias("vendor/m", "vendor/m"));

        assertThat(kinds(book)).containsExactly("vendor/m CYCLE");
    }

    @Test
    void qualifiedShadowsOfEachOtherAreACycle() {
        AliasBook book =
                book(alias("openai/gpt-4o", "openai/gpt-4o-mini"), alias("openai/gpt-4o-mini", "openai/gpt-4o"));

        assertThat(kinds(book)).containsExactly("openai/gpt-4o CYCLE", "openai/gpt-4o-mini CYCLE");
    }

    @Test
    void aCycleBreaksJustItsMembers() {
        AliasBook book =
                book(alias("into", "a", "openai/gpt-4o"), alias("a", "b"), alias("b", "a"), alias("sane", "gpt-4o"));

        assertThat(kinds(book)).containsExactly("a CYCLE", "b CYCLE");
        assertThat(book.find("into").orElseThrow().usable()).isTrue();
        assertThat(book.find("into").orElseThrow().broken()).isFalse();
    }

    @Test
    void anAliasWhoseEveryPathEndsInACycleHasNothingUsable() {
        AliasBook book = book(alias("top", "into"), alias("into", "a"), alias("a", "a"));

        assertThat(kinds(book)).containsExactly("a CYCLE", "into NO_KNOWN_TARGET", "top NO_KNOWN_TARGET");
    }

    @Test
    void anAliasBetweenTwoCyclesIsInNeither() {
        AliasBook book = book(
                alias("a", "b"),
                alias("b", "a", "between"),
                alias("between", "c", "gpt-4o"),
                alias("c", "d"),
                alias("d", "c"));

        assertThat(kinds(book)).containsExactly("a CYCLE", "b CYCLE", "c CYCLE", "d CYCLE");
        assertThat(book.find("between").orElseThrow().usable()).isTrue();
    }

    @Test
    void aMemberOfACycleIsBrokenThoughItNamesAModelToo() {
        AliasBook book = book(alias("a", "openai/gpt-4o", "b"), alias("b", "a"));

        assertThat(book.find("a").orElseThrow().usable()).isFalse();
        assertThat(book.find("a").orElseThrow().branches()).isEmpty();
    }

    @Test
    void theSentenceNamesTheMembersOfTheCycle() {
        AliasBook book = book(alias("a", "b"), alias("b", "c"), alias("c", "a"));

        assertThat(book.problems().get(1).sentence())
                .isEqualTo(
                        "The alias 'b' leads back to itself (in this cycle: a, b, c); let one of them name a model.");
    }

    @Test
    void aDisabledAliasCutsACycle() {
        AliasBook book = book(alias("gpt-4o", "b"), disabled(alias("b", "gpt-4o")));

        assertThat(kinds(book)).containsExactly("gpt-4o NO_KNOWN_TARGET");
    }

    @Test
    void eightAliasesMayFollowOneAnother() {
        AliasBook book = book(chain(8));

        assertThat(book.problems()).isEmpty();
        assertThat(book.find("chain-1").orElseThrow().usable()).isTrue();
    }

    @Test
    void aNinthIsTooDeepAndTheOthersAreNot() {
        AliasBook book = book(chain(9));

        assertThat(kinds(book)).containsExactly("chain-1 TOO_DEEP");
        assertThat(book.problems().get(0).sentence()).contains("9 aliases").contains("at most 8");
    }

    @Test
    void sixtyFourCandidatesAreAllowedAndOneMoreIsNot() {
        Alias wide = alias("wide", texts(64, "openai/m-"));
        AliasBook book = book(wide, alias("wider", "wide", "openai/gpt-4o"));

        assertThat(book.find("wide").orElseThrow().broken()).isFalse();
        assertThat(kinds(book)).contains("wider TOO_MANY_CANDIDATES");
    }

    @Test
    void candidatesAreCountedThroughChainsWithoutWalkingThemAll() {
        Stream<Alias> doubling = IntStream.rangeClosed(1, 7)
                .mapToObj(level -> alias("level-" + level, "level-" + (level + 1), "level-" + (level + 1)));
        AliasBook book = book(
                Stream.concat(doubling, Stream.of(alias("level-8", "gpt-4o"))).toArray(Alias[]::new));

        assertThat(kinds(book)).containsExactly("level-1 TOO_MANY_CANDIDATES");
    }

    @Test
    void weightsOfZeroEverywhereLeaveNothingUsable() {
        AliasBook book = book(weighted("never", target("openai/gpt-4o", 0), target("router/gpt-4o", 0)));

        assertThat(kinds(book)).containsExactly("never NO_KNOWN_TARGET");
    }

    @Test
    void ofTwoWithOneNameTheFirstCountsEvenWhereItIsDisabled() {
        AliasBook book = book(
                alias("a", "openai/gpt-4o"),
                alias("a", "router/gpt-4o"),
                disabled(alias("b", "openai/gpt-4o")),
                alias("b", "router/gpt-4o"));

        assertThat(destination(book, "a")).isEqualTo(model("openai/gpt-4o", "openai", "gpt-4o"));
        assertThat(book.contains("b")).isFalse();
    }

    @Test
    void aBadNameIsShownAndBlocksNoOther() {
        AliasBook book = book(alias("openai/", "gpt-4o"), alias("fast", "gpt-4o"));

        assertThat(kinds(book)).containsExactly("openai/ INVALID_NAME");
        assertThat(book.contains("openai/")).isFalse();
        assertThat(book.contains("fast")).isTrue();
    }

    @Test
    void aChainAsLongAsTheConfigurationIsCompiled() {
        AliasBook book = book(chain(100_000));

        assertThat(book.find("chain-100000").orElseThrow().usable()).isTrue();
        assertThat(book.find("chain-99993").orElseThrow().usable()).isTrue();
        assertThat(book.find("chain-99992").orElseThrow().broken()).isTrue();
        assertThat(book.find("chain-1").orElseThrow().usable()).isFalse();
    }

    @Test
    void aCycleAsLongAsTheConfigurationIsFound() {
        List<Alias> ring = new ArrayList<>(List.of(chain(100_000)));
        ring.set(99_999, alias("chain-100000", "chain-1"));
        AliasBook book = book(ring.toArray(Alias[]::new));

        assertThat(book.problems()).hasSize(100_000);
        assertThat(book.problems().get(0).sentence()).hasSizeLessThan(300).contains("and others");
    }

    private static Alias[] chain(int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(at -> alias("chain-" + at, at == length ? "openai/gpt-4o" : "chain-" + (at + 1)))
                .toArray(Alias[]::new);
    }

    private static String[] texts(int count, String prefix) {
        return IntStream.range(0, count).mapToObj(at -> prefix + at).toArray(String[]::new);
    }

    private static AliasBook book(Alias... aliases) {
        return AliasBook.compile(List.of(aliases), INVENTORY);
    }

    private static Destination destination(AliasBook book, String name) {
        return book.find(name).orElseThrow().branches().get(0).destination();
    }

    private static Destination model(String selector, String provider, String model) {
        return new Destination.Model(selector, new ProviderModel(provider, model), true);
    }

    private static List<String> kinds(AliasBook book) {
        return book.problems().stream()
                .map(problem -> problem.alias() + " " + problem.kind())
                .toList();
    }

    private static Provider provider(String name, String... ids) {
        return new Provider(
                name,
                "openai",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Stream.of(ids).map(id -> new ConfiguredModel(id, Map.of())).toList(),
                Optional.empty());
    }
}
