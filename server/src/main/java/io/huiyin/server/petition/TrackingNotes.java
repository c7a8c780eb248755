package io.huiyin.server.petition;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * 附记: what a module above this one has to tell the petitioner, once the query code has opened the page, and what the petitioner
 * may say against it.
 */
public interface TrackingNotes {

    /** Oldest first; none when there is nothing to tell. */
    List<Note> of(UUID petition);

    /**
     * The petitioner says that something did not happen. The same submission again changes nothing.
     *
     * @return false when this petition has no such note, or none that can be denied
     */
    boolean deny(Denial denial);

    /**
     * One thing to tell.
     *
     * @param key message key of what it is
     * @param who office of whoever did it; empty where nobody did
     * @param standing message key of what became of it; empty where there is nothing to say
     * @param deniable whether the petitioner may say that it did not happen
     */
    record Note(UUID id, LocalDate day, String key, String who, String words, String standing, boolean deniable) {}

    /** What the petitioner says; the signatory is who says it. */
    record Denial(UUID petition, UUID signatory, UUID note, UUID submission, String words) {}
}
