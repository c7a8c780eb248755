CREATE SCHEMA sql;
GRANT USAGE ON SCHEMA sql TO ${app};

-- What a foreign key does when rows come, for all rows of a statement at once: a key is checked row by row, and that took five
-- sixths of the time in which matters are stored (docs/decisions/0011). Nobody may delete what is referred to, so the other half
-- of a key has nothing to do. Arguments, in threes: column, table, its key.
CREATE FUNCTION sql.require_referenced() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
    missing text;
BEGIN
    FOR i IN 0 .. TG_NARGS / 3 - 1 LOOP
        EXECUTE format(
            'SELECT n.%1$I::text FROM new_rows n
              WHERE n.%1$I IS NOT NULL AND NOT EXISTS (SELECT 1 FROM %2$s r WHERE r.%3$I = n.%1$I) LIMIT 1',
            TG_ARGV[3 * i], TG_ARGV[3 * i + 1], TG_ARGV[3 * i + 2]) INTO missing;
        IF missing IS NOT NULL THEN
            RAISE foreign_key_violation USING
                MESSAGE = format('%I.%I refers to %s by %s, and %s is not there',
                                 TG_TABLE_SCHEMA, TG_TABLE_NAME, TG_ARGV[3 * i + 1], TG_ARGV[3 * i], missing),
                SCHEMA = TG_TABLE_SCHEMA, TABLE = TG_TABLE_NAME, COLUMN = TG_ARGV[3 * i];
        END IF;
    END LOOP;
    RETURN NULL;
END $$;

-- After many new rows the planner has to learn of them: it would take seconds for what takes milliseconds until autovacuum comes
-- by. Only an owner may say so.
CREATE FUNCTION sql.analyze() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    one regclass;
BEGIN
    FOR one IN
        SELECT c.oid FROM pg_class c JOIN pg_stat_user_tables s ON s.relid = c.oid
         WHERE c.relowner = current_user::regrole AND s.n_mod_since_analyze > 0
         ORDER BY c.oid
    LOOP
        EXECUTE format('ANALYZE %s', one);
    END LOOP;
END $$;
REVOKE ALL ON FUNCTION sql.analyze() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION sql.analyze() TO ${app};
