-- 全文检索, in Chinese without a dictionary: of Han characters every pair of neighbours, and the last of a run alone; of everything else
-- the words. Width and case make no difference. A word of two characters is found exactly, a longer one by its pairs.
CREATE FUNCTION petition.lexemes(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    WITH plain AS MATERIALIZED (SELECT lower(normalize(words, NFKC)) COLLATE "C" AS it),
         letters AS MATERIALIZED (SELECT string_to_array(it, NULL) AS each FROM plain)
    SELECT coalesce(array_agg(CASE WHEN next BETWEEN '㐀' AND '鿿' THEN c || next ELSE c END), '{}')
           || CASE WHEN (SELECT it ~ '[a-z0-9]' FROM plain)
                   THEN (SELECT array_agg(left(word[1], 60)) FROM plain, regexp_matches(it, '[a-z0-9]+', 'g') AS word) END
      FROM letters, unnest(each, each[2:]) AS pair (c, next) WHERE c BETWEEN '㐀' AND '鿿'
$$;

-- A row of its own, written once: a petition's moves do not touch its words.
CREATE TABLE petition.search (
    petition_id uuid        PRIMARY KEY REFERENCES petition.petition,
    received_at timestamptz NOT NULL,
    words       tsvector    NOT NULL
);
-- How frequent the frequent pairs are decides by which index a search goes.
ALTER TABLE petition.search ALTER COLUMN words SET STATISTICS 300;
CREATE INDEX search_words ON petition.search USING gin (words);
CREATE INDEX search_received ON petition.search (received_at DESC, petition_id DESC);
GRANT SELECT, INSERT, UPDATE ON petition.search TO ${app};

-- The desk's queues: what waits is few among many, and counted by its own index.
CREATE INDEX petition_waiting ON petition.petition (procedure, unit_code, due_on, id)
    WHERE procedure NOT IN ('ELSEWHERE', 'REVIEW_NOT_ASKED', 'TERMINATED', 'WITHDRAWN', 'MERGED', 'NOT_ACCEPTED', 'ANSWERED');
CREATE INDEX petition_not_content ON petition.petition (unit_code, due_on, id) WHERE outcome IN ('NOT_SOLVED', 'PARTLY');
CREATE INDEX petition_reply ON petition.petition (reply, received_at DESC, id DESC) WHERE procedure = 'ELSEWHERE';
CREATE INDEX petition_days ON petition.petition (answered_on_calendar_days, unit_code) WHERE answered_on_calendar_days IS NOT NULL;
