package io.huiyin.server.rating;

import io.huiyin.proof.Code;
import java.time.LocalDate;

/** 评价单: what is handed to the person served, to rate with. */
public record Slip(String unitName, String serviceName, LocalDate closedOn, LocalDate until, Code code, String secret) {

    /** Where the link leads on the public's address; the secret stands in the fragment, which browsers send to no server. */
    public String path() {
        return "/rate#k=" + secret;
    }
}
