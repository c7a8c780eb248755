package io.huiyin.server.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class UnitStore {

    private final JdbcClient sql;

    UnitStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Unit> all() {
        return sql.sql("SELECT code, name, kind FROM organization.unit ORDER BY kind, code")
                .query(UnitStore::unit)
                .list();
    }

    List<Unit> byCode(Collection<String> codes) {
        return sql.sql("SELECT code, name, kind FROM organization.unit WHERE code = ANY (:codes)")
                .param("codes", codes.toArray(String[]::new))
                .query(UnitStore::unit)
                .list();
    }

    void upsert(Collection<Unit> units) {
        sql.sql("""
                INSERT INTO organization.unit (code, name, kind)
                SELECT * FROM unnest(:codes::text[], :names::text[], :kinds::text[]) AS t (code, name, kind) ORDER BY code
                ON CONFLICT (code) DO UPDATE SET name = excluded.name, kind = excluded.kind""")
                .param("codes", units.stream().map(Unit::code).toArray(String[]::new))
                .param("names", units.stream().map(Unit::name).toArray(String[]::new))
                .param("kinds", units.stream().map(unit -> unit.kind().word()).toArray(String[]::new))
                .update();
    }

    /** A unit that another import has just created stays as it is. */
    void insertMissing(Collection<Unit> units) {
        sql.sql("""
                INSERT INTO organization.unit (code, name, kind)
                SELECT * FROM unnest(:codes::text[], :names::text[], :kinds::text[]) AS t (code, name, kind) ORDER BY code
                ON CONFLICT (code) DO NOTHING""")
                .param("codes", units.stream().map(Unit::code).toArray(String[]::new))
                .param("names", units.stream().map(Unit::name).toArray(String[]::new))
                .param("kinds", units.stream().map(unit -> unit.kind().word()).toArray(String[]::new))
                .update();
    }

    private static Unit unit(ResultSet row, int number) throws SQLException {
        return new Unit(
                row.getString("code"),
                row.getString("name"),
                UnitKind.valueOf(row.getString("kind").toUpperCase(java.util.Locale.ROOT)));
    }
}
