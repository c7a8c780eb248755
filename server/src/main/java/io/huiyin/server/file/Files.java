package io.huiyin.server.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 附件: takes files in, without what they give away beside their content, and gives them out to whom their owner's module allows.
 * An owner is whatever carries the identifier under which they are kept; before it is handed in they wait, for a day.
 */
@Component
@EnableConfigurationProperties(Limits.class)
public class Files {

    /** How long files wait for what they belong to. */
    static final Duration WAIT = Duration.ofDays(1);

    private static final Logger log = LoggerFactory.getLogger(Files.class);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final FileStore store;
    private final Map<FileKind, Cleaning> cleanings = new EnumMap<>(FileKind.class);
    private final Limits limits;
    private final Clock clock;
    private final boolean sweeps;

    /** One picture of the largest size takes a good part of the memory: files are looked at one after the other. */
    private final Semaphore turn = new Semaphore(1, true);

    Files(
            FileStore store,
            List<Cleaning> cleanings,
            Limits limits,
            Clock clock,
            @Value("${huiyin.sweep}") boolean sweeps) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
        this.sweeps = sweeps;
        for (Cleaning cleaning : cleanings) this.cleanings.put(cleaning.kind(), cleaning);
    }

    /** How many files, each of how many megabytes, together how many: what a page says before anything is sent. */
    public Object[] allowed() {
        return new Object[] {
            limits.number(), limits.each().toMegabytes(), limits.together().toMegabytes()
        };
    }

    /** Opens a file as it was sent, from its beginning. */
    public interface Sent {
        InputStream open() throws IOException;
    }

    /**
     * Looks at a file as it was sent, and writes it anew. Nothing is stored, so that no transaction waits for it.
     *
     * @param name what it is called where it comes from; only its ending counts
     * @param declared the media type that the browser says; empty: it does not know
     */
    public Reading read(String name, String declared, Sent sent) {
        turn.acquireUninterruptibly();
        try (InputStream in = sent.open()) {
            return read(name, declared, in.readNBytes((int) limits.each().toBytes() + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("a file that was sent could not be read back", e);
        } finally {
            turn.release();
        }
    }

    private Reading read(String name, String declared, byte[] bytes) {
        if (bytes.length == 0) return new Reading.Refused("file.refused.empty");
        if (bytes.length > limits.each().toBytes()) return large();
        Optional<FileKind> kind = FileKind.of(bytes);
        if (kind.isEmpty()) return new Reading.Refused(why(FileKind.ending(name)));
        if (!kind.get().agrees(name, declared)) return new Reading.Refused("file.refused.lies");
        return clean(kind.get(), bytes);
    }

    private Reading large() {
        return new Reading.Refused("file.refused.large", limits.each().toMegabytes());
    }

    private static String why(String ending) {
        return switch (ending) {
            case "m4a", "mp3", "amr", "aac", "ogg", "opus" -> "file.refused.sound";
            case "mp4", "mov", "avi", "3gp", "mkv" -> "file.refused.film";
            case "heic", "heif", "webp", "gif", "bmp", "tif", "tiff" -> "file.refused.picture";
            case "doc", "wps", "rtf", "odt", "xls", "xlsx", "ppt", "pptx" -> "file.refused.document";
            default -> "file.refused.kind";
        };
    }

    private Reading clean(FileKind kind, byte[] bytes) {
        try {
            byte[] clean = cleaning(kind).clean(bytes);
            return clean.length > limits.each().toBytes() ? large() : new Reading.Clean(kind, clean);
        } catch (Unfit unfit) {
            return new Reading.Refused(unfit.key(), unfit.args());
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError damaged) {
            // the libraries tell a damaged file by all kinds of exceptions, whose words may quote it, and one made to
            // fill the
            // memory by an error, after which the memory is free again
            log.info(
                    "a file of kind {} could not be read: {}",
                    kind,
                    damaged.getClass().getSimpleName());
            return new Reading.Refused("file.refused.damaged");
        }
    }

    private Cleaning cleaning(FileKind kind) {
        Cleaning cleaning = cleanings.get(kind);
        if (cleaning == null) throw new IllegalStateException("nothing cleans " + kind);
        return cleaning;
    }

    /**
     * Stores a file beside those that its owner already has; the same bytes again are the same attachment.
     *
     * @param settled whether the owner was handed in already
     */
    @Transactional
    public Keeping keep(UUID owner, Reading.Clean file, boolean settled) {
        store.oneAtATime(owner);
        String sha256 = sha256(file.bytes());
        List<Attachment> before = store.of(owner);
        for (Attachment one : before) if (one.sha256().equals(sha256)) return new Keeping.Kept(one, false);
        if (before.size() >= limits.number()) return new Keeping.Refused("file.refused.many", limits.number());
        long all = before.stream().mapToLong(Attachment::size).sum() + file.bytes().length;
        if (all > limits.together().toBytes())
            return new Keeping.Refused(
                    "file.refused.together", limits.together().toMegabytes());
        if (!settled && store.waiting() + file.bytes().length > limits.waiting().toBytes())
            return new Keeping.Refused("file.refused.full");
        int no = before.stream().mapToInt(Attachment::no).max().orElse(0) + 1;
        Attachment kept = new Attachment(id(), no, file.kind(), file.bytes().length, sha256, clock.instant(), settled);
        store.insert(owner, kept, file.bytes());
        return new Keeping.Kept(kept, true);
    }

    /** In the order of their numbers. */
    public List<Attachment> of(UUID owner) {
        return store.of(owner);
    }

    /** Absent also for a file of another owner: whoever asks must have been allowed to see this one. */
    public Optional<Content> open(UUID owner, UUID id) {
        return store.find(owner, id);
    }

    /** Before the owner is handed in; afterwards a file stays. */
    @Transactional
    public void remove(UUID owner, UUID id) {
        store.remove(owner, id);
    }

    /** The owner was handed in, in this transaction: its files stay, and are those that are given back. */
    @Transactional
    public List<Attachment> settle(UUID owner) {
        store.oneAtATime(owner);
        store.settle(owner, clock.instant());
        return store.of(owner);
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 180_000)
    void run() {
        if (sweeps) sweep();
    }

    /** Removes what was sent for something that nobody handed in. */
    int sweep() {
        return store.removeWaiting(clock.instant().minus(WAIT));
    }

    private static UUID id() {
        return new UUID(RANDOM.nextLong(), RANDOM.nextLong());
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
