package io.huiyin.server.demo;

import io.huiyin.proof.Hashes;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.matter.Recording;
import io.huiyin.server.petition.NewPetition;
import io.huiyin.server.petition.Petitions;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Petitions, each of which opens a matter. */
@DemoOnly
class LoadLetters {

    private final Petitions petitions;

    LoadLetters(Petitions petitions) {
        this.petitions = petitions;
    }

    void load(List<Letter> letters) {
        for (Recording recording :
                petitions.record(letters.stream().map(LoadLetters::petition).toList(), false))
            if (recording instanceof Recording.Refused refused) throw new IllegalStateException(refused.reasons());
    }

    private static NewPetition petition(Letter letter) {
        Handled.Recipient petitioner = letter.matter().recipient();
        return new NewPetition(
                letter.number(),
                letter.receivedAt(),
                new NewPetition.Words(letter.title(), letter.text()),
                new Resident(RecipientKind.PERSON, petitioner.key(), letter.name(), petitioner.contact()),
                letter.matter().office().code(),
                new NewPetition.Answer(letter.answer(), letter.answeredAt()),
                new NewPetition.Source(letter.channel(), "demo", letter.number()),
                Hashes.sha256().digest(letter.number().getBytes(StandardCharsets.UTF_8)));
    }
}
