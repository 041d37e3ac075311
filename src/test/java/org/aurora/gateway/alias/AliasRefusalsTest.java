package org.aurora.gateway.alias;

import static org.assertj.core.api.Assertions.assertThat;
import static org.aurora.gateway.alias.Aliases.alias;
import static org.aurora.gateway.alias.Aliases.disabled;
import static org.aurora.gateway.alias.Aliases.target;
import static org.aurora.gateway.alias.Aliases.weighted;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.aurora.gateway.inventory.Inventory;
import org.aurora.gateway.model.WriteRefusal;
import org.aurora.gateway.provider.ConfiguredModel;
import org.aurora.gateway.provider.Provider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasRefusalsTest {
    private static final Inventory INVENTORY = Inventory.configured(List.of(new Provider(
            "openai",
            "openai",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(new ConfiguredModel("gpt-4o", Map.of())),
            Optional.empty())));

    @Test
    void anAliasThatHarmsNothingIsNotRefused() {
        assertThat(book().refusals(List.of(alias("fast", "openai/gpt-4o")), List.of()))
                .isEmpty();
    }

    @Test
    void anAliasMayBeWrittenBeforeItsTarget() {
        assertThat(book().refusals(List.of(alias("fast", "not-yet")), List.of()))
                .isEmpty();
    }

    @Test
    void aCycleIsRefusedAndNamed() {
        AliasBook book = book(alias("a", "b"), alias("b", "c"));

        WriteRefusal refusal =
                book.refusals(List.of(alias("c", "a")), List.of()).get(0);

        assertThat(told(refusal)).isEqualTo("c 409 cycle");
        assertThat(refusal.message())
                .isEqualTo(
                        "The alias 'c' leads back to itself (in this cycle: a, b, c); let one of them name a model.");
    }

    @Test
    void anAliasOfItselfIsACycle() {
        assertThat(refusalsOf(book(), alias("gpt-4o", "gpt-4o"))).containsExactly("gpt-4o 409 cycle");
    }

    @Test
    void enablingWhatClosesACycleIsRefused() {
        AliasBook book = book(alias("a", "b"), disabled(alias("b", "a")));

        assertThat(refusalsOf(book, alias("b", "a"))).contains("b 409 cycle");
    }

    @Test
    void aDisabledAliasClosesNoCycle() {
        assertThat(refusalsOf(book(alias("a", "b")), disabled(alias("b", "a")))).isEmpty();
    }

    @Test
    void leavingACycleThatArosesElsewhereIsNotRefused() {
        AliasBook book = book(alias("a", "b"), alias("b", "a"));

        assertThat(refusalsOf(book, alias("b", "openai/gpt-4o"))).isEmpty();
        assertThat(refusalsOf(book, disabled(alias("b", "a")))).isEmpty();
        assertThat(refusalsOf(book, alias("unconcerned", "a"))).isEmpty();
    }

    @Test
    void stayingInACycleIsRefused() {
        AliasBook book = book(alias("a", "b"), alias("b", "a"));

        assertThat(refusalsOf(book, alias("b", "a", "openai/gpt-4o"))).containsExactly("b 409 cycle");
    }

    @Test
    void aNinthInAChainIsRefusedWhicheverEndIsWrittenLast() {
        Alias[] chain = chain(9);

        assertThat(refusalsOf(book(without(chain, 0)), chain[0])).containsExactly("chain-1 400 alias_too_deep");
        assertThat(refusalsOf(book(without(chain, 8)), chain[8])).containsExactly("chain-1 400 alias_too_deep");
    }

    @Test
    void aSixtyFifthCandidateIsRefusedWhereverItIsAdded() {
        Alias wide = alias("wide", texts(63));
        AliasBook book = book(wide, alias("both", "wide", "openai/gpt-4o"));

        assertThat(refusalsOf(book, alias("both", "wide", "a", "b"))).containsExactly("both 400 too_many_candidates");
        assertThat(refusalsOf(book, alias("wide", texts(64)))).containsExactly("both 400 too_many_candidates");
    }

    @Test
    void anAliasInUseIsNotDeletedAndTheUsersAreNamed() {
        AliasBook book = book(alias("used", "openai/gpt-4o"), alias("z", "used"), disabled(alias("a", "used")));

        WriteRefusal refusal = book.refusals(List.of(), List.of("used")).get(0);

        assertThat(told(refusal)).isEqualTo("used 409 in_use");
        assertThat(refusal.message()).contains("(a, z)");
    }

    @Test
    void theSentenceStaysShortHoweverManyUseIt() {
        Alias[] users = IntStream.range(0, 1_000)
                .mapToObj(at -> alias("user-" + at, "used"))
                .toArray(Alias[]::new);
        AliasBook book = book(users).with(List.of(alias("used", "openai/gpt-4o")), List.of());

        assertThat(book.refusals(List.of(), List.of("used")).get(0).message())
                .hasSizeLessThan(300)
                .contains("and others");
    }

    @Test
    void aDisabledAliasWithUsersIsInUseToo() {
        AliasBook book = book(disabled(alias("used", "openai/gpt-4o")), alias("user", "used"));

        assertThat(deletions(book, "used")).containsExactly("used 409 in_use");
    }

    @Test
    void anAliasThatHidesAModelIsInUseUntilItIsDisabled() {
        AliasBook book = book(alias("gpt-4o", "openai/gpt-4o"), alias("user", "gpt-4o"));
        AliasBook after = book.with(List.of(disabled(alias("gpt-4o", "openai/gpt-4o"))), List.of());

        assertThat(deletions(book, "gpt-4o")).containsExactly("gpt-4o 409 in_use");
        assertThat(deletions(after, "gpt-4o")).isEmpty();
    }

    @Test
    void anAliasUsedByItselfAloneIsDeleted() {
        AliasBook book = book(alias("openai/gpt-4o", "openai/gpt-4o"), alias("a", "a"));

        assertThat(deletions(book, "openai/gpt-4o", "a")).isEmpty();
    }

    @Test
    void anAliasIsDeletedTogetherWithItsUsers() {
        AliasBook book = book(alias("used", "openai/gpt-4o"), alias("user", "used"));

        assertThat(deletions(book, "used", "user")).isEmpty();
        assertThat(book.refusals(List.of(alias("user", "openai/gpt-4o")), List.of("used")))
                .isEmpty();
    }

    @Test
    void deletingWhatIsNotThereIsNoConflictThoughSomeUseTheName() {
        assertThat(deletions(book(alias("user", "nothing")), "nothing")).isEmpty();
    }

    @Test
    void aDeclaredAliasIsNeitherWrittenNorDeleted() {
        AliasBook book = AliasBook.compile(List.of(alias("fast", "openai/gpt-4o")), INVENTORY);

        assertThat(refusalsOf(book, alias("fast", "x"))).containsExactly("fast 409 managed_by_config");
        assertThat(deletions(book, "fast")).containsExactly("fast 409 managed_by_config");
    }

    @Test
    void aStoredAliasThatIsNotInForceUsesNothing() {
        AliasBook book = AliasBook.compile(List.of(alias("declared", "openai/gpt-4o")), INVENTORY)
                .with(List.of(alias("declared", "used"), alias("used", "openai/gpt-4o")), List.of());

        assertThat(deletions(book, "used")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "a/", " a", "a\u0000b", "a\nb", "a\ud800"})
    void aNameThatNobodyCouldCallIsRefused(String name) {
        assertThat(refusalsOf(book(), alias(name, "openai/gpt-4o"))).containsExactly(name + " 400 invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "/", "openai/", "a\u0007b"})
    void aTargetThatCouldNameNoModelIsRefused(String selector) {
        assertThat(refusalsOf(book(), alias("a", selector))).containsExactly("a 400 invalid_request");
    }

    @Test
    void aNameOfAMegabyteIsRefusedInAShortSentence() {
        String name = "n".repeat(1 << 20);

        WriteRefusal refusal =
                book().refusals(List.of(alias(name, "m")), List.of()).get(0);

        assertThat(refusal.message()).hasSizeLessThan(300);
    }

    @Test
    void weightsThatChooseNothingAreRefused() {
        assertThat(refusalsOf(book(), weighted("a", target("m", 0), target("n", 0))))
                .containsExactly("a 400 invalid_request");
        assertThat(refusalsOf(book(), weighted("a", target("m", -1)))).containsExactly("a 400 invalid_request");
        assertThat(refusalsOf(book(), weighted("a", target("m", 1_000_001)))).containsExactly("a 400 invalid_request");
    }

    @Test
    void ofManyWrittenTogetherEachOneAtFaultIsRefused() {
        List<Alias> put = List.of(alias("b", "a"), alias("a", "b"), alias("fine", "openai/gpt-4o"));

        assertThat(book().refusals(put, List.of()).stream().map(AliasRefusalsTest::told))
                .containsExactly("a 409 cycle", "b 409 cycle");
    }

    private static List<String> refusalsOf(AliasBook book, Alias alias) {
        return book.refusals(List.of(alias), List.of()).stream()
                .map(AliasRefusalsTest::told)
                .toList();
    }

    private static List<String> deletions(AliasBook book, String... names) {
        return book.refusals(List.of(), List.of(names)).stream()
                .map(AliasRefusalsTest::told)
                .toList();
    }

    private static String told(WriteRefusal refusal) {
        return refusal.name() + " " + refusal.code().status() + " "
                + refusal.code().code();
    }

    private static AliasBook book(Alias... stored) {
        return AliasBook.compile(List.of(), INVENTORY).with(List.of(stored), List.of());
    }

    private static Alias[] chain(int length) {
        return IntStream.rangeClosed(1, length)
                .mapToObj(at -> alias("chain-" + at, at == length ? "openai/gpt-4o" : "chain-" + (at + 1)))
                .toArray(Alias[]::new);
    }

    private static Alias[] without(Alias[] all, int index) {
        return IntStream.range(0, all.length)
                .filter(at -> at != index)
                .mapToObj(at -> all[at])
                .toArray(Alias[]::new);
    }

    private static String[] texts(int count) {
        return IntStream.range(0, count).mapToObj(at -> "openai/m-" + at).toArray(String[]::new);
    }
}
