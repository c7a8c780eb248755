package io.huiyin.server.petition;

import io.huiyin.server.petition.TrackingStore.Words;
import io.huiyin.server.sql.Ids;
import java.security.SecureRandom;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * 转入办理: a petition that was imported and is handled here from now on gets what every petition has: a claim, which is its title or
 * its first words until the intake office and the petitioner say more, and one who signed. Nobody set a query code for it, so its
 * petitioner is asked by telephone.
 */
@Component
class TakeOver {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ClaimStore claims;
    private final SignatoryStore signatories;
    private final PublicNumbers numbers;
    private final TrackingStore store;

    TakeOver(ClaimStore claims, SignatoryStore signatories, PublicNumbers numbers, TrackingStore store) {
        this.claims = claims;
        this.signatories = signatories;
        this.numbers = numbers;
        this.store = store;
    }

    void begin(LifeRow petition) {
        if (!signatories.of(petition.id()).isEmpty()) return;
        byte[] nobodys = new byte[32];
        RANDOM.nextBytes(nobodys);
        signatories.insert(List.of(new SignatoryStore.New(
                Ids.next(),
                petition.id(),
                1,
                numbers.fresh(1).getFirst().digits(),
                nobodys,
                petition.petitioner(),
                true,
                false)));
        claims.insert(petition.id(), List.of(claim(store.words(petition.id()), petition.number())));
    }

    private static String claim(Words words, String number) {
        if (!words.title().isBlank()) return words.title();
        String body = words.body() == null || words.body().isBlank() ? number : words.body();
        return body.substring(0, Math.min(PetitionForm.LONGEST_CLAIM, body.length()));
    }
}
