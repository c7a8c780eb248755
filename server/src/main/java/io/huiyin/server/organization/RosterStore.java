package io.huiyin.server.organization;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RosterStore {

    private final JdbcClient sql;

    RosterStore(JdbcClient sql) {
        this.sql = sql;
    }

    List<Section> sections(Collection<String> units) {
        return sql.sql("""
                SELECT unit_code AS unit, code, name, is_key FROM organization.section
                 WHERE unit_code = ANY (:units) ORDER BY unit_code, code""")
                .param("units", units.toArray(String[]::new))
                .query(Section.class)
                .list();
    }

    List<Post> posts(Collection<String> units) {
        return sql.sql("""
                SELECT unit_code AS unit, code, section_code AS section, name, is_key FROM organization.post
                 WHERE unit_code = ANY (:units) ORDER BY unit_code, code""")
                .param("units", units.toArray(String[]::new))
                .query(Post.class)
                .list();
    }

    List<Official> officials(Collection<String> codes) {
        return sql.sql("SELECT code, name FROM organization.official WHERE code = ANY (:codes) ORDER BY code")
                .param("codes", codes.toArray(String[]::new))
                .query(Official.class)
                .list();
    }

    List<Holding> holdings(Collection<String> officials) {
        return sql.sql("""
                SELECT official_code AS official, unit_code AS unit, post_code AS post, held_from AS "from", held_to AS "to"
                  FROM organization.holding WHERE official_code = ANY (:officials) ORDER BY official_code, held_from""")
                .param("officials", officials.toArray(String[]::new))
                .query(Holding.class)
                .list();
    }

    List<Holding> holdingsIn(String unit, LocalDate day) {
        return sql.sql("""
                SELECT official_code AS official, unit_code AS unit, post_code AS post, held_from AS "from", held_to AS "to"
                  FROM organization.holding
                 WHERE unit_code = :unit AND held_from <= :day AND (held_to IS NULL OR held_to >= :day)
                 ORDER BY post_code, official_code""")
                .param("unit", unit)
                .param("day", day)
                .query(Holding.class)
                .list();
    }

    void upsertSections(Collection<Section> sections) {
        sql.sql("""
                INSERT INTO organization.section (unit_code, code, name, is_key)
                SELECT * FROM unnest(:units::text[], :codes::text[], :names::text[], :keys::boolean[])
                ON CONFLICT (unit_code, code) DO UPDATE SET name = excluded.name, is_key = excluded.is_key""")
                .param("units", texts(sections, Section::unit))
                .param("codes", texts(sections, Section::code))
                .param("names", texts(sections, Section::name))
                .param("keys", sections.stream().map(Section::isKey).toArray(Boolean[]::new))
                .update();
    }

    void upsertPosts(Collection<Post> posts) {
        sql.sql("""
                INSERT INTO organization.post (unit_code, code, section_code, name, is_key)
                SELECT * FROM unnest(:units::text[], :codes::text[], :sections::text[], :names::text[], :keys::boolean[])
                ON CONFLICT (unit_code, code)
                DO UPDATE SET section_code = excluded.section_code, name = excluded.name, is_key = excluded.is_key""")
                .param("units", texts(posts, Post::unit))
                .param("codes", texts(posts, Post::code))
                .param("sections", texts(posts, Post::section))
                .param("names", texts(posts, Post::name))
                .param("keys", posts.stream().map(Post::isKey).toArray(Boolean[]::new))
                .update();
    }

    void upsertOfficials(Collection<Official> officials) {
        sql.sql("""
                INSERT INTO organization.official (code, name)
                SELECT * FROM unnest(:codes::text[], :names::text[])
                ON CONFLICT (code) DO UPDATE SET name = excluded.name""")
                .param("codes", texts(officials, Official::code))
                .param("names", texts(officials, Official::name))
                .update();
    }

    /** Last days first, then new holdings: a post must be left before the next is taken up. */
    void saveHoldings(Collection<Holding> holdings) {
        run("""
                UPDATE organization.holding h SET held_to = t.held_to
                  FROM unnest(:officials::text[], :units::text[], :posts::text[], :from::date[], :to::date[])
                       AS t (official_code, unit_code, post_code, held_from, held_to)
                 WHERE h.official_code = t.official_code AND h.held_from = t.held_from""", holdings);
        run("""
                INSERT INTO organization.holding (official_code, unit_code, post_code, held_from, held_to)
                SELECT * FROM unnest(:officials::text[], :units::text[], :posts::text[], :from::date[], :to::date[])
                       AS t (official_code, unit_code, post_code, held_from, held_to)
                 WHERE NOT EXISTS (SELECT 1 FROM organization.holding h
                                    WHERE h.official_code = t.official_code AND h.held_from = t.held_from)""", holdings);
    }

    /** The driver takes no arrays of days: they go as text. */
    private void run(String statement, Collection<Holding> holdings) {
        sql.sql(statement)
                .param("officials", texts(holdings, Holding::official))
                .param("units", texts(holdings, Holding::unit))
                .param("posts", texts(holdings, Holding::post))
                .param("from", texts(holdings, holding -> holding.from().toString()))
                .param(
                        "to",
                        texts(
                                holdings,
                                holding -> holding.to() == null
                                        ? null
                                        : holding.to().toString()))
                .update();
    }

    private static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
