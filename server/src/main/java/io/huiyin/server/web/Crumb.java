package io.huiyin.server.web;

/** A page above this one, by name and address. */
public record Crumb(String name, String address) {

    /** Two texts are easily swapped: an address of ours begins with a slash. */
    public Crumb {
        if (!address.startsWith("/")) throw new IllegalArgumentException("not an address: " + address);
    }
}
