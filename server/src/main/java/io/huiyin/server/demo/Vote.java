package io.huiyin.server.demo;

import java.time.Instant;
import java.util.List;

/** One submission of a voluntary rating in the demo county. */
record Vote(
        Handled matter,
        int serial,
        String channel,
        String terminal,
        Answer answer,
        List<String> reasons,
        String comment,
        boolean mayContact,
        Instant at) {}
