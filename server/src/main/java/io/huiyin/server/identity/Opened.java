package io.huiyin.server.identity;

/** Who a sealed person is: name and contact in clear, either may be empty. Never logged, never stored. */
public record Opened(String name, String contact) {

    @Override
    public String toString() {
        return "an opened identity";
    }
}
