package io.huiyin.server.rating;

import io.huiyin.proof.Code;
import java.time.LocalDate;

/** 评价单: what is handed to the person served, to rate with. */
public record Slip(String unitName, String serviceName, LocalDate closedOn, LocalDate until, Code code, String secret) {

    /** The link; the secret stands in the fragment, which browsers send to no server. */
    public String link(String publicAddress) {
        return publicAddress + "/rate#k=" + secret;
    }
}
