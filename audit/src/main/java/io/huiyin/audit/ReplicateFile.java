package io.huiyin.audit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Replicate weights in a CSV file: one row a row of the data, one column a replicate. */
final class ReplicateFile {

    private ReplicateFile() {}

    /** One array a replicate. */
    static double[][] read(Path file) {
        List<SurveyColumn> columns = new ArrayList<>();
        CsvTable.read(file, table -> {
            for (int place = 0; place < table.header().size(); place++) {
                columns.add(new SurveyColumn(place, SurveyColumn.Kind.NUMBERS));
            }
            return row -> columns.forEach(column -> column.take(row));
        });
        double[][] replicates = columns.stream().map(SurveyColumn::numbers).toArray(double[][]::new);
        for (double[] replicate : replicates) {
            for (int row = 0; row < replicate.length; row++) {
                if (!(replicate[row] >= 0)) {
                    throw new BadInput(file, "row " + (row + 2) + ": a replicate weight is missing or negative");
                }
            }
        }
        return replicates;
    }
}
