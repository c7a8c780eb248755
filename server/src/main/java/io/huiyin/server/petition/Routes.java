package io.huiyin.server.petition;

import io.huiyin.server.petition.Claim.Route;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.stereotype.Component;

/** 法定途径: the lawful ways a claim can go. An answer names the remedy of its claim's way, and no other can be written. */
@Component
@DependsOnDatabaseInitialization
class Routes {

    private final Map<String, Route> all;

    Routes(ClaimStore store) {
        all = store.routes().stream().collect(Collectors.toMap(Route::code, Function.identity()));
    }

    List<Route> of(PetitionClass petitionClass) {
        return all.values().stream()
                .filter(route -> route.petitionClass() == petitionClass)
                .sorted(java.util.Comparator.comparing(Route::reviewable)
                        .reversed()
                        .thenComparing(Route::code))
                .toList();
    }

    @Nullable
    Route find(@Nullable String code) {
        return code == null ? null : all.get(code);
    }

    /** Whether any claim of a petition may be reviewed. */
    boolean reviewable(List<Claim> claims) {
        return claims.stream().map(claim -> find(claim.route())).anyMatch(route -> route != null && route.reviewable());
    }
}
