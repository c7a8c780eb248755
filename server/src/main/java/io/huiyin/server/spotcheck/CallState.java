package io.huiyin.server.spotcheck;

/** Where a call stands. Only OPEN ones are tried again; those who were not reached are never counted as content. */
enum CallState {
    OPEN,
    ANSWERED,
    REFUSED,
    /** 多次无人接听: as many tries without reply as the rules ask for. */
    UNREACHABLE,
    WRONG_NUMBER,
    /** 无联系方式: the record holds nobody to call. */
    NO_CONTACT;

    /** Key of its word in the message bundles. */
    String key() {
        return "spotcheck.state." + name().toLowerCase(java.util.Locale.ROOT);
    }
}
