package io.huiyin.server.access;

import io.huiyin.server.identity.SignedIn;
import java.util.List;

/** 待办: what one module has for somebody to do. Every module has its own; the desk asks them all, in the modules' order. */
public interface DeskWork {

    /** The person's own queues, most pressing first; none when this module has nothing for the role. */
    List<Queue> queues(SignedIn by);

    /**
     * One queue.
     *
     * @param key message key of its name; with {@code .help} appended, of what is to be done there
     * @param count how many wait; -1 where a number would say nothing
     * @param late how many of them are past their day
     */
    record Queue(String key, String address, long count, long late) {

        /** A place to go to, without a number. */
        public static Queue place(String key, String address) {
            return new Queue(key, address, -1, 0);
        }

        public boolean counted() {
            return count >= 0;
        }
    }
}
