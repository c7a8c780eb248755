package io.huiyin.engine;

/**
 * Mean and spread of a value over the interviews of one pool, in two passes over its cells.
 *
 * @param interviews r, at least 1
 * @param mean the plain mean
 * @param squares sum of squared deviations from the mean
 */
record Moments(long interviews, double mean, double squares) {

    static Moments of(StratumCounts pool, CellValue value) {
        long r = pool.interviews();
        double mean = sum(pool, value) / r;
        double squares = sum(pool, (c, y) -> {
            double deviation = value.of(c, y) - mean;
            return deviation * deviation;
        });
        return new Moments(r, mean, squares);
    }

    /** s2 with divisor r - 1; 0 when there is only one interview. */
    double variance() {
        return interviews > 1 ? squares / (interviews - 1) : 0;
    }

    /** Sum of a value over the interviews of a pool. */
    static double sum(StratumCounts pool, CellValue value) {
        return sum(pool.cells(), value);
    }

    /** Sum of a value over interviews counted by class and answer. */
    static double sum(long[] cells, CellValue value) {
        ExactSum sum = new ExactSum();
        for (int c = 0; c <= 5; c++) {
            for (int y = 1; y <= 5; y++) {
                long count = cells[StratumCounts.cell(c, y)];
                if (count > 0) {
                    sum.add(count * value.of(c, y));
                }
            }
        }
        return sum.value();
    }

    /** Sum of squared deviations over {@code all} interviews, where those not in {@code cells} have the value 0. */
    static double squares(long[] cells, long all, CellValue value) {
        long inside = 0;
        for (int i = 0; i < cells.length; i++) {
            inside += i % 6 == 0 ? 0 : cells[i];
        }
        double mean = sum(cells, value) / all;
        double squares = sum(cells, (c, y) -> {
            double deviation = value.of(c, y) - mean;
            return deviation * deviation;
        });
        return squares + (all - inside) * mean * mean;
    }
}
