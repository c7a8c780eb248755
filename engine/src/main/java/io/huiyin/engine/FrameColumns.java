package io.huiyin.engine;

import java.util.List;

/** Names of the columns of a frame (抽样框的列): the one place where they are spelled in their order. */
public final class FrameColumns {
    /** A stratified frame, in the order in which frames are written; docs/methods.md says what each holds. */
    public static final List<String> STRATIFIED = List.of(
            "matter",
            "unit",
            "section",
            "post",
            "person",
            "type",
            "channel",
            "complexity",
            "age",
            "rated",
            "x",
            "N_h",
            "n_h",
            "sampled",
            "resp",
            "y");

    private FrameColumns() {}
}
