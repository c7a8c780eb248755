package io.huiyin.server.identity;

/** Where to go after sign-in: a path of the desk on this server, never an address somebody else wrote into a link. */
final class DeskPath {

    static final String DESK = "/desk";

    private DeskPath() {}

    static String orDesk(String path) {
        boolean desk = path.equals(DESK) || path.startsWith(DESK + "/") || path.startsWith(DESK + "?");
        boolean plain = path.chars().allMatch(c -> c > 32 && c < 127 && c != '\\');
        boolean signIn =
                path.startsWith("/desk/sign-") || path.startsWith("/desk/first") || path.startsWith("/desk/password");
        return desk && plain && !signIn && path.length() <= 1000 ? path : DESK;
    }
}
