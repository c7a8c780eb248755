package io.huiyin.server.web;

import java.net.URI;
import java.net.URISyntaxException;

/** Where to go back to: an address of this server, or home when the given one leads anywhere else. */
final class LocalAddress {

    private static final URI HOME = URI.create("/");

    private LocalAddress() {}

    /** Browsers read {@code //host}, {@code /\host} and addresses with line breaks as another server's: all become home. */
    static URI of(String address) {
        if (!address.startsWith("/") || address.startsWith("//")) return HOME;
        try {
            URI uri = new URI(address);
            boolean local = uri.getScheme() == null && uri.getRawAuthority() == null && !address.contains("\\");
            return local ? uri : HOME;
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
