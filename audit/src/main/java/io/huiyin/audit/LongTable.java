package io.huiyin.audit;

import java.util.Arrays;

/** Numbers keys from 0 in the order in which they are met; keys are at least 0. */
final class LongTable {
    private long[] keys = new long[1024];
    private int[] numbers = new int[1024];
    private int size;

    LongTable() {
        Arrays.fill(keys, -1);
    }

    /** The number of a key, a new one if it was not met before. */
    int of(long key) {
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (keys[slot] != key) {
            if (keys[slot] < 0) {
                keys[slot] = key;
                numbers[slot] = size++;
                int number = numbers[slot];
                if (2 * size > keys.length) {
                    grow();
                }
                return number;
            }
            slot = (slot + 1) & mask;
        }
        return numbers[slot];
    }

    int size() {
        return size;
    }

    private static int slot(long key, int mask) {
        long mixed = key * 0x9e3779b97f4a7c15L;
        return (int) (mixed >>> 40) & mask;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldNumbers = numbers;
        keys = new long[2 * oldKeys.length];
        numbers = new int[keys.length];
        Arrays.fill(keys, -1);
        int mask = keys.length - 1;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] >= 0) {
                int slot = slot(oldKeys[i], mask);
                while (keys[slot] >= 0) {
                    slot = (slot + 1) & mask;
                }
                keys[slot] = oldKeys[i];
                numbers[slot] = oldNumbers[i];
            }
        }
    }
}
