package io.huiyin.server.petition;

import java.util.UUID;

/**
 * 保存的筛选: which petitions somebody wants to see, under a name of their own.
 *
 * @param opens whether the list opens with it
 */
record KeptFilter(UUID id, String name, DeskFilter filter, boolean opens) {

    static final int LONGEST_NAME = 40;

    /** So many fit beside a list. */
    static final int MOST = 20;
}
