-- 全文检索, in Chinese without a dictionary: of Han characters every pair of neighbours, and the last of a run alone; of everything else
-- the words. Width and case make no difference. A word of two characters is found exactly, a longer one by its pairs.
CREATE FUNCTION petition.lexemes(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
    WITH plain AS (SELECT lower(normalize(words, NFKC)) AS it),
         letter AS (SELECT c COLLATE "C" AS c, lead(c) OVER (ORDER BY i) COLLATE "C" AS next
                      FROM plain, unnest(string_to_array(it, NULL)) WITH ORDINALITY AS each (c, i))
    SELECT coalesce(array_agg(DISTINCT lexeme), '{}') FROM (
        SELECT c || CASE WHEN next BETWEEN '㐀' AND '鿿' THEN next ELSE '' END AS lexeme FROM letter WHERE c BETWEEN '㐀' AND '鿿'
        UNION ALL
        SELECT left(word[1], 60) FROM plain, regexp_matches(it, '[a-z0-9]+', 'g') AS word) AS all_lexemes
$$;

-- A row of its own, written once: a petition's moves do not touch its words.
CREATE TABLE petition.search (
    petition_id uuid        PRIMARY KEY REFERENCES petition.petition,
    received_at timestamptz NOT NULL,
    words       tsvector    NOT NULL
);
CREATE INDEX search_words ON petition.search USING gin (words) WITH (fastupdate = off);
CREATE INDEX search_received ON petition.search (received_at DESC, petition_id DESC);
GRANT SELECT, INSERT, UPDATE ON petition.search TO ${app};

-- The desk's queues: what waits is few among many, and counted by its own index.
CREATE INDEX petition_waiting ON petition.petition (procedure, unit_code, due_on, id)
    WHERE procedure NOT IN ('ELSEWHERE', 'REVIEW_NOT_ASKED', 'TERMINATED', 'WITHDRAWN', 'MERGED', 'NOT_ACCEPTED', 'ANSWERED');
CREATE INDEX petition_not_content ON petition.petition (unit_code, due_on, id) WHERE outcome IN ('NOT_SOLVED', 'PARTLY');
CREATE INDEX petition_reply ON petition.petition (reply, received_at DESC, id DESC) WHERE procedure = 'ELSEWHERE';
CREATE INDEX petition_days ON petition.petition (answered_on_calendar_days, unit_code) WHERE answered_on_calendar_days IS NOT NULL;
