package io.huiyin.audit;

import io.huiyin.engine.Circumstances;

/** Where the columns of a frame stand; -1 for one that is not there and need not be. */
final class FramePlaces {
    private static final String[] PLACES = {"section", "post", "person"};

    final boolean twoStage;
    final int unit;
    final int period;
    /** The type, or the section where sections were drawn first. */
    final int layer;

    /** Section, post, person. */
    final int[] places = new int[PLACES.length];
    /** In the order of {@link Circumstances#NAMES}. */
    final int[] mix = new int[Circumstances.NAMES.size()];

    final int rated;
    final int x;
    final int matters;
    final int drawn;
    final int sections;
    final int sectionsDrawn;
    final int sampled;
    final int resp;
    final int y;
    final int kind;
    final int contact;
    final int cluster;

    FramePlaces(Table table, String clusterColumn) {
        twoStage = !table.has("N_h") && table.has("M_u");
        if (!table.has("matter")) {
            table.column("matter");
        }
        unit = table.column("unit");
        period = twoStage ? -1 : table.optional("period");
        layer = table.column(twoStage ? "section" : "type");
        for (int i = 0; i < places.length; i++) {
            places[i] = table.optional(PLACES[i]);
        }
        for (int i = 0; i < mix.length; i++) {
            mix[i] = table.optional(Circumstances.NAMES.get(i));
        }
        rated = table.optional("rated");
        x = table.column("x");
        matters = table.column(name("N"));
        drawn = table.column(name("n"));
        sections = twoStage ? table.column("M_u") : -1;
        sectionsDrawn = twoStage ? table.column("m_u") : -1;
        sampled = table.column("sampled");
        resp = table.column("resp");
        y = table.column("y");
        kind = table.optional("kind");
        contact = table.optional("contact");
        if (twoStage && !clusterColumn.isEmpty()) {
            throw new BadInput(
                    table.file(),
                    "--cluster is for stratified frames; here sections were drawn first, and errors "
                            + "between sections already allow for whatever matters of one section share");
        }
        cluster = clusterColumn.isEmpty() ? -1 : table.column(clusterColumn);
    }

    /** N_h or N_s, n_h or n_s. */
    String name(String letter) {
        return letter + (twoStage ? "_s" : "_h");
    }
}
