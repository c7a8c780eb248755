package io.huiyin.server.csv;

import io.huiyin.server.csv.Importer.Setting;
import java.util.ArrayList;
import java.util.List;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Hands rows to an importer, each batch in a transaction of its own (a savepoint inside a dry run). */
@Component
class Batches {

    private final TransactionTemplate batch;

    Batches(PlatformTransactionManager transactions) {
        batch = new TransactionTemplate(transactions);
        batch.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /**
     * Importers say themselves what is wrong with a row. Should the database refuse one all the same, the batch is halved until
     * that row stands alone: it is rejected and spoils no other.
     */
    List<Taking> take(Importer importer, List<Row> rows, Setting setting) {
        if (rows.isEmpty()) return List.of();
        try {
            return takeAll(importer, rows, setting);
        } catch (DataIntegrityViolationException e) {
            if (rows.size() == 1)
                return List.of(new Taking.Rejected("the database refuses this row: it breaks a rule of the tables"));
            int half = rows.size() / 2;
            List<Taking> takings = new ArrayList<>(take(importer, rows.subList(0, half), setting));
            takings.addAll(take(importer, rows.subList(half, rows.size()), setting));
            return takings;
        }
    }

    private List<Taking> takeAll(Importer importer, List<Row> rows, Setting setting) {
        List<Taking> takings = batch.execute(status -> importer.take(rows, setting));
        if (takings == null || takings.size() != rows.size())
            throw new IllegalStateException(importer.kind() + " did not answer for each of " + rows.size() + " rows");
        return takings;
    }
}
