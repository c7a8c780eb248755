package io.huiyin.server.petition;

import java.util.List;
import java.util.Optional;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** 状态表: which moves there are, from the table that also holds the database to them. */
@Component
@DependsOnDatabaseInitialization
class Transitions {

    private final List<Transition> all;

    Transitions(LifeStore store) {
        all = store.transitions();
    }

    List<Transition> all() {
        return all;
    }

    List<Transition> from(Procedure state) {
        return all.stream()
                .filter(one -> one.axis().equals("procedure") && one.fromState().equals(state.name()))
                .toList();
    }

    Optional<Transition> find(String move, Procedure from) {
        return from(from).stream().filter(one -> one.move().equals(move)).findFirst();
    }

    boolean allows(PetitionOutcome from, PetitionOutcome to) {
        return all.stream()
                .anyMatch(one -> one.axis().equals("outcome")
                        && one.fromState().equals(from.name())
                        && one.toState().equals(to.name()));
    }
}
