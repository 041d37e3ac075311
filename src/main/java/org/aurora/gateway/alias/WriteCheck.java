package org.aurora.gateway.alias;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aurora.gateway.error.ErrorCode;
import org.aurora.gateway.model.NameList;
import org.aurora.gateway.model.WriteRefusal;

/** Looks at a write by trying it: what it would break that is whole now. */
final class WriteCheck {
    private final AliasBook before;
    private final Collection<Alias> put;
    private final Set<String> removed;
    private final Set<String> written;

    WriteCheck(AliasBook before, Collection<Alias> put, Collection<String> removed) {
        this.before = before;
        this.put = put;
        this.removed = Set.copyOf(removed);
        this.written = put.stream().map(Alias::name).collect(Collectors.toUnmodifiableSet());
    }

    List<WriteRefusal> refusals() {
        List<WriteRefusal> inThemselves = Stream.concat(
                        put.stream().flatMap(alias -> malformed(alias).stream()),
                        Stream.concat(written.stream(), removed.stream()).flatMap(name -> declared(name).stream()))
                .toList();
        return sorted(inThemselves.isEmpty() ? amongOthers() : inThemselves);
    }

    private List<WriteRefusal> sorted(List<WriteRefusal> refusals) {
        Comparator<WriteRefusal> writtenFirst = Comparator.comparing(refusal -> !written.contains(refusal.name()));
        return refusals.stream()
                .distinct()
                .sorted(writtenFirst.thenComparing(WriteRefusal::name))
                .toList();
    }

    private static Optional<WriteRefusal> malformed(Alias alias) {
        return AliasForm.problem(alias)
                .map(problem -> new WriteRefusal(alias.name(), ErrorCode.INVALID_REQUEST, problem));
    }

    private Optional<WriteRefusal> declared(String name) {
        return Optional.of(name)
                .filter(before.definitions()::isDeclared)
                .map(its -> new WriteRefusal(
                        its,
                        ErrorCode.MANAGED_BY_CONFIG,
                        "The alias '" + its + "' is declared in the configuration file; change it there."));
    }

    private List<WriteRefusal> amongOthers() {
        AliasBook.Change change = before.change(put, removed);
        List<WriteRefusal> refusals = new ArrayList<>();
        for (CompiledAlias alias : change.anew()) {
            if (alias.broken() && (written.contains(alias.name()) || !brokenBefore(alias.name()))) {
                alias.problem().map(WriteCheck::refusal).ifPresent(refusals::add);
            }
        }
        removed.stream()
                .filter(name -> !written.contains(name))
                .flatMap(name -> inUse(name, change.book()).stream())
                .forEach(refusals::add);
        return refusals;
    }

    private boolean brokenBefore(String name) {
        return before.find(name).filter(CompiledAlias::broken).isPresent();
    }

    private static WriteRefusal refusal(AliasProblem problem) {
        return new WriteRefusal(problem.alias(), code(problem.kind()), problem.sentence());
    }

    private static ErrorCode code(AliasProblem.Kind kind) {
        return switch (kind) {
            case CYCLE -> ErrorCode.CYCLE;
            case TOO_DEEP -> ErrorCode.ALIAS_TOO_DEEP;
            case TOO_MANY_CANDIDATES -> ErrorCode.TOO_MANY_CANDIDATES;
            case INVALID_NAME, NO_KNOWN_TARGET -> ErrorCode.INVALID_REQUEST;
        };
    }

    private Optional<WriteRefusal> inUse(String name, AliasBook after) {
        List<String> users = after.usersOf(name);
        Optional<Alias> gone = before.definitions().find(name);
        if (users.isEmpty() || gone.isEmpty() || (!gone.get().enabled() && namesAKnownModel(name))) {
            return Optional.empty();
        }
        return Optional.of(new WriteRefusal(
                name,
                ErrorCode.IN_USE,
                "The alias '" + name + "' is a target of other aliases (" + NameList.of(users)
                        + "); give them another target or delete them first."));
    }

    private boolean namesAKnownModel(String name) {
        return before.inventory().named(name).filter(before.inventory()::has).isPresent();
    }
}
