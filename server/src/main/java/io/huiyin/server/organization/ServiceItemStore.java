package io.huiyin.server.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ServiceItemStore {

    private final JdbcClient sql;

    ServiceItemStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<ServiceItem> byCode(Collection<String> codes) {
        return sql.sql(
                        "SELECT code, name, class, promised_days FROM organization.service_item WHERE code = ANY (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(ServiceItemStore::item)
                .list();
    }

    void insertMissing(Collection<ServiceItem> items) {
        sql.sql("""
                INSERT INTO organization.service_item (code, name, class, promised_days)
                SELECT * FROM unnest(:codes::text[], :names::text[], :classes::text[], :days::integer[])
                    AS t (code, name, class, promised_days) ORDER BY code
                ON CONFLICT (code) DO NOTHING""")
                .param("codes", items.stream().map(ServiceItem::code).toArray(String[]::new))
                .param("names", items.stream().map(ServiceItem::name).toArray(String[]::new))
                .param(
                        "classes",
                        items.stream().map(item -> item.serviceClass().word()).toArray(String[]::new))
                .param("days", items.stream().map(ServiceItem::promisedDays).toArray(Integer[]::new))
                .update();
    }

    private static ServiceItem item(ResultSet row, int number) throws SQLException {
        return new ServiceItem(
                row.getString("code"),
                row.getString("name"),
                ServiceClass.valueOf(
                        row.getString("class").toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getObject("promised_days", Integer.class));
    }
}
