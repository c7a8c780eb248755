package io.huiyin.server.access;

import io.huiyin.server.identity.Role;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code access/routes.txt}: every route and who may use it. What is not in it is denied to everybody. */
public final class RouteTable {

    /**
     * One line of the table.
     *
     * @param open whether anybody may, signed in or not
     */
    public record Route(String method, String pattern, boolean open, Set<Role> roles) {}

    private RouteTable() {}

    public static List<Route> read() {
        try (InputStream in = RouteTable.class.getResourceAsStream("/access/routes.txt")) {
            if (in == null) throw new IllegalStateException("access/routes.txt is missing");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(RouteTable::route)
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException("access/routes.txt cannot be read", e);
        }
    }

    private static Route route(String line) {
        String[] words = line.split("\\s+");
        if (words.length < 3) throw new IllegalStateException("access/routes.txt: method, route and who, but: " + line);
        List<String> who = Arrays.asList(words).subList(2, words.length);
        if (who.equals(List.of("ANYBODY"))) return new Route(words[0], words[1], true, Set.of());
        if (who.equals(List.of("STAFF"))) return new Route(words[0], words[1], false, EnumSet.allOf(Role.class));
        return new Route(
                words[0], words[1], false, who.stream().map(Role::valueOf).collect(Collectors.toUnmodifiableSet()));
    }
}
