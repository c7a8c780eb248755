package io.huiyin.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/**
 * A Parquet file as frames are usually written: flat, in dictionaries. Each group's values are looked at once, and its
 * rows are numbers of values. Where what is done with rows can be divided, two threads take every other group; else the
 * next group is unpacked on a second thread while this one is counted, in the file's order. Anything unusual is left to
 * {@link ParquetTable}.
 */
final class DictionaryTable implements Table {
    private static final long LARGE_GROUP = 4_000_000;
    private static final long MANY_MIXTURES = 1 << 20;

    private final Path file;
    private final ParquetFooter footer;
    private final List<String> names;
    /** The file's column of every place; a column asked for twice has two places. */
    private final List<Integer> asked = new ArrayList<>();
    /** Sets of places, of whose cells each mixture has a number. */
    private final List<int[]> alike = new ArrayList<>();

    /** An unpacked group: its columns, and per set the rows' numbers of mixtures and how many there may be, 0 for too many. */
    private record Group(ParquetChunk[] chunks, int[][] mixtures, int[] sizes) {}

    private DictionaryTable(Path file, ParquetFooter footer) {
        this.file = file;
        this.footer = footer;
        names = footer.columns().stream().map(ParquetFooter.Column::name).toList();
    }

    /** Reads all rows, as {@link Table#read}; false when the file is for the general reader, which then begins anew. */
    static boolean read(Path file, Function<Table, Consumer<Row>> header) {
        if (!Files.isRegularFile(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file)) {
            DictionaryTable table = new DictionaryTable(file, ParquetFooter.read(channel));
            if (!table.isUsual()) {
                return false;
            }
            table.forEach(channel, header.apply(table));
            return true;
        } catch (ParquetChunk.Unusual e) {
            return false;
        } catch (BadInput e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new BadInput(file, "not readable as Parquet: " + e.getMessage());
        }
    }

    private boolean isUsual() {
        return footer.columns().stream().noneMatch(column -> column.type() < 0)
                && footer.groups().stream()
                        .allMatch(group ->
                                group.rows() <= LARGE_GROUP && group.chunks().size() == names.size());
    }

    private void forEach(FileChannel channel, Consumer<Row> action) throws IOException {
        if (asked.stream().anyMatch(column -> !footer.columns().get(column).plain())) {
            throw new ParquetChunk.Unusual("a column that is neither text nor number");
        }
        Consumer<Row> another = action instanceof Divisible divisible
                        && footer.groups().size() > 1
                        && Runtime.getRuntime().availableProcessors() > 1
                ? divisible.another()
                : null;
        if (another == null) inOrder(channel, action);
        else sideBySide(channel, action, another);
    }

    private void sideBySide(FileChannel channel, Consumer<Row> even, Consumer<Row> odd) throws IOException {
        try (ExecutorService beside = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("beside").factory());
                Progress progress = new Progress("rows")) {
            Future<Boolean> others = beside.submit(() -> everyOther(channel, 1, odd, rows -> {}));
            try {
                everyOther(channel, 0, even, progress::at);
            } finally {
                got(others);
            }
        }
    }

    private boolean everyOther(FileChannel channel, int first, Consumer<Row> action, LongConsumer told)
            throws IOException {
        Here row = new Here();
        for (int g = 0; g < footer.groups().size(); g++) {
            int size = (int) footer.groups().get(g).rows();
            if (g % 2 == first) {
                row.each(unpack(channel, g), size, action);
                told.accept(row.before + size);
            }
            row.before += size;
        }
        return true;
    }

    private void inOrder(FileChannel channel, Consumer<Row> action) throws IOException {
        Here row = new Here();
        try (ExecutorService ahead = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("unpack").factory());
                Progress progress = new Progress("rows")) {
            Future<Group> next = ahead.submit(() -> unpack(channel, 0));
            for (int g = 0; g < footer.groups().size(); g++) {
                Group group = got(next);
                int following = g + 1;
                next = ahead.submit(() -> unpack(channel, following));
                int size = (int) footer.groups().get(g).rows();
                row.each(group, size, action);
                row.before += size;
                progress.at(row.before);
            }
        }
    }

    private Group unpack(FileChannel channel, int number) throws IOException {
        ParquetChunk[] chunks = chunks(channel, number);
        int[][] mixtures = new int[alike.size()][];
        int[] sizes = new int[alike.size()];
        for (int set = 0; set < sizes.length && number < footer.groups().size(); set++) {
            sizes[set] = size(chunks, alike.get(set));
            mixtures[set] = sizes[set] == 0 ? new int[0] : mixtures(chunks, alike.get(set));
        }
        return new Group(chunks, mixtures, sizes);
    }

    private int size(ParquetChunk[] chunks, int[] places) {
        long size = 1;
        for (int place : places) {
            size = Math.min(MANY_MIXTURES, size * chunks[asked.get(place)].size());
        }
        return size < MANY_MIXTURES ? (int) size : 0;
    }

    private int[] mixtures(ParquetChunk[] chunks, int[] places) {
        int[] numbers = chunks[asked.get(places[0])].ids.clone();
        for (int place : Arrays.copyOfRange(places, 1, places.length)) {
            ParquetChunk chunk = chunks[asked.get(place)];
            int[] ids = chunk.ids;
            int size = chunk.size();
            for (int row = 0; row < numbers.length; row++) {
                numbers[row] = numbers[row] * size + ids[row];
            }
        }
        return numbers;
    }

    private ParquetChunk[] chunks(FileChannel channel, int number) throws IOException {
        ParquetChunk[] chunks = new ParquetChunk[names.size()];
        if (number < footer.groups().size()) {
            ParquetFooter.Group group = footer.groups().get(number);
            for (int column : asked) {
                ParquetFooter.Chunk chunk = group.chunks().get(column);
                if (chunk.values() != group.rows()) {
                    throw new IllegalArgumentException(
                            "column " + names.get(column) + " has " + chunk.values() + " rows of " + group.rows());
                }
                if (chunks[column] == null) {
                    chunks[column] = ParquetChunk.read(channel, footer.columns().get(column), chunk);
                }
            }
        }
        return chunks;
    }

    private static <T> T got(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw e.getCause() instanceof IOException fault ? fault : new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    @Override
    public Path file() {
        return file;
    }

    @Override
    public boolean has(String name) {
        return !ParquetTable.named(names, name).isEmpty();
    }

    @Override
    public int column(String name) {
        int place = optional(name);
        if (place < 0) {
            throw new BadInput(file, 1, name, "the column is missing");
        }
        return place;
    }

    @Override
    public int optional(String name) {
        String named = ParquetTable.named(names, name);
        if (named.isEmpty()) {
            return -1;
        }
        asked.add(names.indexOf(named));
        return asked.size() - 1;
    }

    @Override
    public int alike(int... columns) {
        int[] places = Arrays.stream(columns).filter(place -> place >= 0).toArray();
        if (places.length == 0) {
            return -1;
        }
        alike.add(places);
        return alike.size() - 1;
    }

    /** The row at which the reading stands. */
    private final class Here implements Row {
        private ParquetChunk[] chunks = new ParquetChunk[asked.size()];
        private int[][] ids = new int[asked.size()][];
        private long[][] numbers = new long[asked.size()][];
        /** Per place and value the number among the codes met, or -1. */
        private int[][] met = new int[asked.size()][];

        private int[][] mixtures = new int[alike.size()][];
        /** Per set and mixture what was learnt, plus 1. */
        private int[][] learnt = new int[alike.size()][];

        private int row;
        private long before;

        void each(Group group, int size, Consumer<Row> action) {
            begin(group);
            for (row = 0; row < size; row++) {
                action.accept(this);
            }
        }

        private void begin(Group group) {
            mixtures = group.mixtures;
            for (int set = 0; set < learnt.length; set++) {
                learnt[set] = new int[group.sizes[set]];
            }
            for (int place = 0; place < ids.length; place++) {
                ParquetChunk chunk = group.chunks[asked.get(place)];
                chunks[place] = chunk;
                ids[place] = chunk.ids;
                numbers[place] = chunk.numbers();
                met[place] = new int[chunk.size()];
                Arrays.fill(met[place], -1);
            }
        }

        @Override
        public String text(int column) {
            return chunks[column].text(ids[column][row]);
        }

        @Override
        public boolean isEmpty(int column) {
            int id = ids[column][row];
            return id == 0 || numbers[column][id] < 0 && text(column).isEmpty();
        }

        @Override
        public int whole(int column, int least, int most) {
            long value = numbers[column][ids[column][row]];
            if (value >= least && value <= most) {
                return (int) value;
            }
            throw bad(column, "'" + text(column) + "' is not a whole number from " + least + " to " + most);
        }

        @Override
        public int code(int column, Codes codes) {
            int id = ids[column][row];
            int number = met[column][id];
            return number >= 0 ? number : meet(column, id, codes);
        }

        @Override
        public int known(int set) {
            return set < 0 || learnt[set].length == 0 ? -1 : learnt[set][mixtures[set][row]] - 1;
        }

        @Override
        public void learn(int set, int number) {
            if (set >= 0 && learnt[set].length > 0) {
                learnt[set][mixtures[set][row]] = number + 1;
            }
        }

        private int meet(int column, int id, Codes codes) {
            met[column][id] = codes.of(chunks[column].text(id));
            return met[column][id];
        }

        @Override
        public BadInput bad(int column, String sentence) {
            return new BadInput(file, before + row + 2, names.get(asked.get(column)), sentence);
        }
    }
}
