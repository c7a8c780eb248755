package io.huiyin.server.spotcheck;

/** How many matters of one unit and class have a contact under which somebody could be called back. */
record Coverage(String unit, String unitName, String type, int matters, int contacts) {

    double share() {
        return matters == 0 ? 0 : (double) contacts / matters;
    }
}
