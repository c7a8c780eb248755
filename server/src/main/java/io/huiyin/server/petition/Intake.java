package io.huiyin.server.petition;

import io.huiyin.proof.Code;
import io.huiyin.proof.Entry;
import io.huiyin.proof.Hashes;
import io.huiyin.server.calendar.Deadlines;
import io.huiyin.server.file.Attachment;
import io.huiyin.server.file.Files;
import io.huiyin.server.identity.RecipientKind;
import io.huiyin.server.identity.Resident;
import io.huiyin.server.identity.Residents;
import io.huiyin.server.identity.Residents.Sealed;
import io.huiyin.server.ledger.EntryKind;
import io.huiyin.server.ledger.Ledger;
import io.huiyin.server.petition.NewSubmission.Person;
import io.huiyin.server.sql.Ids;
import io.huiyin.server.sql.SqlTime;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 登记: takes a petition in, by whichever way it comes, with one receipt for everybody who signs. */
@Component
class Intake {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CLOCK = "petition.register";

    private final IntakeStore store;
    private final SignatoryStore signatories;
    private final PublicNumbers numbers;
    private final ClaimStore claims;
    private final SearchStore search;
    private final LifeStore life;
    private final Life moves;
    private final Tellings tellings;
    private final QueryCodes queryCodes;
    private final Residents residents;
    private final Deadlines deadlines;
    private final Files files;
    private final Hotline hotline;
    private final Ledger ledger;

    Intake(
            IntakeStore store,
            SignatoryStore signatories,
            PublicNumbers numbers,
            ClaimStore claims,
            SearchStore search,
            LifeStore life,
            Life moves,
            Tellings tellings,
            QueryCodes queryCodes,
            Residents residents,
            Deadlines deadlines,
            Files files,
            Hotline hotline,
            Ledger ledger) {
        this.store = store;
        this.signatories = signatories;
        this.numbers = numbers;
        this.claims = claims;
        this.search = search;
        this.life = life;
        this.moves = moves;
        this.tellings = tellings;
        this.queryCodes = queryCodes;
        this.residents = residents;
        this.deadlines = deadlines;
        this.files = files;
        this.hotline = hotline;
        this.ledger = ledger;
    }

    /** Stores the petition before it is acknowledged. A submission that comes again gives the receipt it gave before. */
    @Transactional
    Receipt register(NewSubmission submission, Actor by) {
        store.oneAtATime(submission.submission());
        Optional<UUID> before = store.find(submission.submission());
        if (before.isPresent()) return receipt(before.get());
        UUID id = Ids.next();
        List<Code> codes = numbers.fresh(submission.signatories().size());
        LocalDate due = deadlines.due(CLOCK, SqlTime.day(submission.at()));
        List<@Nullable Sealed> people = residents.seal(named(submission));
        byte[] salt = salt();
        byte[] digest = digest(submission, files.settle(submission.submission()), salt);
        store.insert(new IntakeStore.New(
                id, codes.getFirst().digits(), submission, CLOCK, due, id(people.getFirst()), digest, salt));
        signatories.insert(rows(id, submission, codes, people));
        claims.insert(id, submission.claims());
        search.index(List.of(id));
        if (submission.about() != null) life.recuse(id, submission.about(), null, "complained of");
        moves.record(
                id, new Move("procedure", "receive", "", "RECEIVED", submission.at(), by.role(), null, "", due), by);
        ledger.append(
                EntryKind.PETITION_RECEIVED, Map.of("commitment", HexFormat.of().formatHex(digest)));
        tellings.moved(id, "receive", -1, null, null);
        return new Receipt(id, codes, due);
    }

    /** One that came by telephone: its first word back has a limit of its own, by what it is about. */
    @Transactional
    Receipt registerCall(NewSubmission submission, String hotlineClass, Actor by) {
        Receipt receipt = register(submission, by);
        hotline.classify(receipt.petition(), hotlineClass);
        return receipt;
    }

    Receipt receipt(UUID petition) {
        List<Code> codes = signatories.of(petition).stream()
                .map(one -> new Code(one.code()))
                .toList();
        LocalDate due = life.moves(petition).getFirst().dueOn();
        if (due == null) throw new IllegalStateException("received without a day: " + petition);
        return new Receipt(petition, codes, due);
    }

    private static List<@Nullable Resident> named(NewSubmission submission) {
        List<@Nullable Resident> named = new ArrayList<>();
        for (Person person : submission.signatories())
            named.add(
                    person.name() == null && person.contact() == null
                            ? null
                            : new Resident(RecipientKind.PERSON, null, person.name(), person.contact()));
        return named;
    }

    private static @Nullable UUID id(@Nullable Sealed sealed) {
        return sealed == null ? null : sealed.id();
    }

    private List<SignatoryStore.New> rows(
            UUID petition, NewSubmission submission, List<Code> codes, List<@Nullable Sealed> people) {
        List<SignatoryStore.New> rows = new ArrayList<>();
        for (int i = 0; i < codes.size(); i++) {
            Person person = submission.signatories().get(i);
            String code = codes.get(i).digits();
            rows.add(new SignatoryStore.New(
                    Ids.next(),
                    petition,
                    i + 1,
                    code,
                    queryCodes.tag(code, person.queryCode()),
                    id(people.get(i)),
                    person.represents(),
                    person.english()));
        }
        return rows;
    }

    private static byte[] salt() {
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        return salt;
    }

    private static byte[] digest(NewSubmission submission, List<Attachment> files, byte[] salt) {
        byte[] record = Entry.canonical(
                "petition",
                Map.of(
                        "title",
                        submission.title(),
                        "words",
                        submission.words(),
                        "claims",
                        String.join("\n", submission.claims()),
                        "files",
                        String.join("\n", files.stream().map(Attachment::sha256).toList()),
                        "at",
                        submission.at().toString()));
        return Hashes.commitment("huiyin-petition-v1", salt, record);
    }
}
