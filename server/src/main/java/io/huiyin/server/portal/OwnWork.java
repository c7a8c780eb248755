package io.huiyin.server.portal;

import io.huiyin.server.access.DeskWork;
import io.huiyin.server.identity.Accounts;
import io.huiyin.server.identity.Role;
import io.huiyin.server.identity.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Queues of the desk's own pages and of the modules that stand below access. */
@Component
@Order(100)
class OwnWork implements DeskWork {

    static final Set<Role> IMPORTS = Set.of(Role.ADMINISTRATOR, Role.INTAKE);
    private static final Set<Role> WATCH_ACCOUNTS =
            Set.of(Role.ADMINISTRATOR, Role.AUDITOR, Role.SUPERVISION, Role.DISCIPLINE);

    private final Accounts accounts;

    OwnWork(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Queue> queues(SignedIn by) {
        List<Queue> queues = new ArrayList<>();
        if (by.role() == Role.ADMINISTRATOR) {
            queues.add(new Queue("portal.queue.accounts", "/desk/accounts", accounts.count(), 0));
            queues.add(Queue.place("portal.queue.values", "/desk/values"));
            queues.add(Queue.place("portal.queue.messages", "/desk/messages"));
        }
        if (by.role() == Role.OFFICIAL) queues.add(Queue.place("portal.queue.mine", "/desk/my-assessment"));
        if (IMPORTS.contains(by.role())) queues.add(Queue.place("portal.queue.imports", "/desk/imports"));
        if (WATCH_ACCOUNTS.contains(by.role()))
            queues.add(Queue.place("portal.queue.account-events", "/desk/accounts/events"));
        queues.add(Queue.place("portal.queue.results", "/results"));
        return queues;
    }
}
