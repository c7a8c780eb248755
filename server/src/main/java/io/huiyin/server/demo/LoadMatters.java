package io.huiyin.server.demo;

import io.huiyin.proof.Hashes;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.matter.Matters;
import io.huiyin.server.matter.NewMatter;
import io.huiyin.server.matter.Outcome;
import io.huiyin.server.matter.Recording;
import io.huiyin.server.organization.ServiceClass;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Matters as platforms deliver them. */
@DemoOnly
class LoadMatters {

    private final Matters matters;

    LoadMatters(Matters matters) {
        this.matters = matters;
    }

    void load(List<Handled> some, County county) {
        List<NewMatter> rows =
                some.stream().map(matter -> matter(matter, county.wish())).toList();
        for (Recording recording : matters.record(rows, false))
            if (recording instanceof Recording.Refused refused) throw new IllegalStateException(refused.reasons());
    }

    private static NewMatter matter(Handled matter, Wish wish) {
        return new NewMatter(
                matter.number(),
                new NewMatter.Origin(matter.channel(), matter.hasContact() ? "platform" : "", "demo", matter.number()),
                new NewMatter.Place(
                        matter.office().code(),
                        matter.section().code(),
                        matter.post().code()),
                new NewMatter.Service(
                        matter.offer().code(),
                        null,
                        ServiceClass.of(matter.offer().serviceClass())),
                new NewMatter.Hands(
                        matter.receivedBy(), matter.decidedBy(), matter.closed() ? matter.deliveredBy() : null),
                matter.openedAt(),
                matter.dueOn(),
                matter.closedAt() == null
                        ? null
                        : new NewMatter.Ending(matter.closedAt(), Objects.requireNonNull(Outcome.of(matter.outcome()))),
                resident(matter, wish),
                matter.byProxy(),
                Hashes.sha256().digest(matter.number().getBytes(StandardCharsets.UTF_8)));
    }

    private static Resident resident(Handled matter, Wish wish) {
        Handled.Recipient recipient = matter.recipient();
        RecipientKind kind = Objects.requireNonNull(RecipientKind.of(recipient.kind()));
        return matter.hasContact()
                ? new Resident(kind, recipient.key(), name(recipient, wish), recipient.contact())
                : new Resident(kind, recipient.key(), null, null);
    }

    private static String name(Handled.Recipient recipient, Wish wish) {
        String name = wish.name(recipient.key());
        return recipient.kind().equals("enterprise") ? "听溪" + name.substring(1) + "商行" : name;
    }
}
