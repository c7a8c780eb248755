package io.huiyin.server.petition;

import io.huiyin.server.organization.Units;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * 单位场所和设备: networks of offices, and browsers in which somebody of the staff is signed in. What is said from there about the end of
 * a petition does not count, as nobody can tell who stood beside (DESIGN section 6, rule 3).
 */
@Component
class Premises {

    private final JdbcClient sql;
    private final Units units;

    Premises(JdbcClient sql, Units units) {
        this.sql = sql;
        this.units = units;
    }

    /** An office's network, in CIDR notation. */
    record Network(String network, String unit) {}

    boolean within(HttpServletRequest request) {
        return request.getUserPrincipal() != null || within(request.getRemoteAddr());
    }

    private boolean within(String address) {
        return sql.sql("SELECT EXISTS (SELECT FROM petition.premises WHERE network >>= :address::inet)")
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    List<Network> all() {
        return sql.sql("""
                SELECT p.network::text AS network, u.name AS unit
                  FROM petition.premises p JOIN organization.shared_unit u ON u.code = p.unit_code ORDER BY p.network""").query(Network.class).list();
    }

    /** False when it is no network, or no unit. */
    boolean add(String network, String unit) {
        if (!network.matches("[0-9a-fA-F.:]{2,45}/\\d{1,3}") || units.find(unit).isEmpty()) return false;
        try {
            sql.sql(
                            "INSERT INTO petition.premises (network, unit_code) VALUES (:network::cidr, :unit) ON CONFLICT DO NOTHING")
                    .param("network", network)
                    .param("unit", unit)
                    .update();
            return true;
        } catch (DataAccessException notANetwork) {
            return false;
        }
    }

    void remove(String network) {
        sql.sql("DELETE FROM petition.premises WHERE network::text = :network")
                .param("network", network)
                .update();
    }
}
