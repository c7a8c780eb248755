package io.huiyin.server.identity;

import org.jspecify.annotations.Nullable;

/** What an account is for; one account has one role (DESIGN section 3). */
public enum Role {
    /** 信访接待 / 热线: registers, merges, routes. */
    INTAKE,
    /** 承办人: works the unit's queue. */
    HANDLER,
    /** 单位负责人: also rectifies. */
    UNIT_HEAD,
    /** 包案领导. */
    LEADER,
    /** 督查. */
    SUPERVISION,
    /** 考核办: schemes, cycles, frames, draws. */
    ASSESSMENT,
    /** 回访员, independent of the assessed. */
    INTERVIEWER,
    /** 纪检. */
    DISCIPLINE,
    /** 组织部. */
    ORGANISATION,
    /** An assessed official: own results. */
    OFFICIAL,
    /** Recomputes and verifies. */
    AUDITOR,
    /** Roster, accounts, calendar; never what is sealed. */
    ADMINISTRATOR;

    /** The role of a name in a form; null when there is none of this name. */
    static @Nullable Role of(String name) {
        for (Role role : values()) if (role.name().equals(name)) return role;
        return null;
    }

    /** Whether an account of this role works for one unit. */
    boolean needsUnit() {
        return this == HANDLER || this == UNIT_HEAD || this == OFFICIAL;
    }
}
