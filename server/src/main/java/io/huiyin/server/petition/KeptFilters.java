package io.huiyin.server.petition;

import io.huiyin.server.identity.SignedIn;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.web.FormErrors;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 保存的筛选: each person's own, the same on every device they sign in on. */
@Component
@Transactional
class KeptFilters {

    private final KeptFilterStore store;

    KeptFilters(KeptFilterStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    List<KeptFilter> of(SignedIn by) {
        return store.of(by.account());
    }

    /** What the list opens with when nothing is asked for. */
    @Transactional(readOnly = true)
    Optional<DeskFilter> opening(SignedIn by) {
        return store.of(by.account()).stream()
                .filter(KeptFilter::opens)
                .map(KeptFilter::filter)
                .findFirst();
    }

    /**
     * Keeps a filter under a name; one that has the name already is replaced.
     *
     * @return what is wrong; empty: it is kept
     */
    FormErrors keep(String name, DeskFilter filter, boolean opens, SignedIn by) {
        if (name.isBlank() || name.length() > KeptFilter.LONGEST_NAME)
            return FormErrors.none().add("name", "petition.kept.name.missing", KeptFilter.LONGEST_NAME);
        List<KeptFilter> all = store.of(by.account());
        if (all.size() >= KeptFilter.MOST
                && all.stream().noneMatch(one -> one.name().equals(name)))
            return FormErrors.none().add("name", "petition.kept.full", KeptFilter.MOST);
        store.keep(by.account(), new KeptFilter(Ids.next(), name, filter, false));
        if (opens) store.opens(by.account(), name);
        return FormErrors.none();
    }

    /** From now on the list opens with this one; pressed again, with all. */
    void open(UUID id, SignedIn by) {
        store.of(by.account()).stream()
                .filter(one -> one.id().equals(id))
                .forEach(one -> store.opens(by.account(), one.opens() ? "" : one.name()));
    }

    void remove(UUID id, SignedIn by) {
        store.remove(by.account(), id);
    }
}
