package io.huiyin.server.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What {@code ./huiyin import} was asked to do. */
public final class ImportOptions {

    @Parameters(index = "0", paramLabel = "KIND", description = "roster, matters, petitions or ratings")
    String kind = "";

    @Parameters(index = "1", paramLabel = "FILE.csv")
    Path file = Path.of("");

    @Option(names = "--map", split = ",", paramLabel = "ours=theirs", description = "our column = the file's column")
    Map<String, String> map = new LinkedHashMap<>();

    @Option(names = "--unit", paramLabel = "CODE", description = "unit of the rows that name none")
    @Nullable
    String unit;

    @Option(names = "--create-units", description = "a unit that is not known is created; its name serves as its code")
    boolean createUnits;

    @Option(names = "--charset", description = "the file's encoding (default UTF-8; Chinese Excel saves GB18030)")
    Charset charset = StandardCharsets.UTF_8;

    @Option(names = "--dry-run", description = "check every row, change nothing")
    boolean dryRun;

    public static ImportOptions of(String kind, Path file) {
        ImportOptions options = new ImportOptions();
        options.kind = kind;
        options.file = file;
        return options;
    }

    /** Our column is read from the file's column of another name. */
    public ImportOptions map(String ours, String theirs) {
        map.put(ours, theirs);
        return this;
    }

    public ImportOptions unit(String code) {
        unit = code;
        return this;
    }

    public ImportOptions createUnits() {
        createUnits = true;
        return this;
    }

    public ImportOptions charset(Charset of) {
        charset = of;
        return this;
    }

    public ImportOptions dryRun() {
        dryRun = true;
        return this;
    }
}
