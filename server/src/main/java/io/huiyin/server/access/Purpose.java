package io.huiyin.server.access;

import io.huiyin.server.identity.Role;
import java.util.Locale;
import java.util.Set;

/** What an identity may be opened for, and by whom. Administrators are nowhere among them. */
public enum Purpose {
    /** 回访: calling somebody who was drawn. */
    INTERVIEW(Set.of(Role.INTERVIEWER)),
    /** 登记: registering for somebody and merging repeats. */
    INTAKE(Set.of(Role.INTAKE)),
    /** 整改: calling back a rater who ticked 'the unit may contact me'. */
    RECTIFICATION(Set.of(Role.UNIT_HEAD)),
    /** 办理: answering a petitioner. */
    HANDLING(Set.of(Role.HANDLER, Role.UNIT_HEAD)),
    /** 通知: the system sends a message; nobody sees what was opened. */
    MESSAGE(Set.of());

    private final Set<Role> roles;

    Purpose(Set<Role> roles) {
        this.roles = roles;
    }

    boolean allows(Role role) {
        return roles.contains(role);
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
