package io.huiyin.server.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;

/** Puts many new rows into a table with PostgreSQL's COPY, in the caller's transaction: about twice as fast as INSERT. */
@Component
public class CopyIn {

    private final DataSource source;
    private final SQLExceptionTranslator translator;

    CopyIn(DataSource source) {
        this.source = source;
        this.translator = new SQLErrorCodeSQLExceptionTranslator(source);
    }

    /**
     * @param target table and columns, e.g. {@code matter.matter (id, matter_no)}
     * @param rows values in the order of the columns: text, numbers, booleans, ids, days, instants, bytes, or null
     */
    public void into(String target, List<@Nullable Object[]> rows) {
        if (rows.isEmpty()) return;
        byte[] lines = lines(rows);
        String statement = "COPY " + target + " FROM STDIN";
        Connection connection = DataSourceUtils.getConnection(source);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(statement, new java.io.ByteArrayInputStream(lines), 1 << 16);
        } catch (SQLException e) {
            var translated = translator.translate("copy", statement, e);
            throw translated != null ? translated : new IllegalStateException(statement, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }

    private static byte[] lines(List<@Nullable Object[]> rows) {
        StringBuilder lines = new StringBuilder(rows.size() * 300);
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                if (i > 0) lines.append('\t');
                value(lines, row[i]);
            }
            lines.append('\n');
        }
        return lines.toString().getBytes(UTF_8);
    }

    private static void value(StringBuilder line, @Nullable Object value) {
        switch (value) {
            case null -> line.append("\\N");
            case String text -> escaped(line, text);
            case byte[] bytes -> HexFormat.of().formatHex(line.append("\\\\x"), bytes);
            case Boolean yes -> line.append(yes ? 't' : 'f');
            case Instant instant -> line.append(instant);
            default -> escaped(line, value.toString());
        }
    }

    private static void escaped(StringBuilder line, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> line.append("\\\\");
                case '\t' -> line.append("\\t");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                default -> line.append(c);
            }
        }
    }
}
