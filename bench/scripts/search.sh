#!/usr/bin/env bash
# full-text search by a clerk over 200,000 distinct petitions mixed from real ones, beside the database's own LIKE
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
many=${1:-200000}
corpora=$home/../shared/data
[ -f "$corpora/t2_messages_dev.csv" ] || { echo 'search needs the real messages of shared/data' >&2; exit 2; }
sources=$home/bench/src/main/java/io/huiyin/bench

"$(java_25)" "$sources/SearchTexts.java" "$many" "$work/petitions.csv" "$work/words.txt" \
  "$corpora"/t1_raw_dev.csv "$corpora"/t2_messages_dev.csv "$corpora"/t3_replies_dev.csv "$corpora"/nyc311_1000.csv
start_demo -Dhuiyin.demo.scale=0.1
use_superuser
from=$(now)
# laid past the application, by both processors, the index made at the end: an import keeps it up row by row
psql -X -q -v ON_ERROR_STOP=1 -v file="$work/petitions.csv" >/dev/null <<SQL
SET session_replication_role = replica;
SET max_parallel_workers_per_gather = 2;
SET min_parallel_table_scan_size = 0;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
CREATE TEMPORARY TABLE mixed (no text, at timestamptz, title text, body text);
\\copy mixed FROM '$work/petitions.csv' CSV HEADER
DROP INDEX petition.search_words;
INSERT INTO petition.petition (id, petition_no, received_at, title, body, reply, row_digest)
SELECT gen_random_uuid(), no, at, title, body, 'none', '\\x00' FROM mixed;
CREATE UNLOGGED TABLE petition.laid AS
SELECT id, received_at, array_to_tsvector(petition.lexemes(title || ' ' || body)) AS words
  FROM petition.petition WHERE petition_no LIKE 'S%';
INSERT INTO petition.search SELECT * FROM petition.laid;
DROP TABLE petition.laid;
SET maintenance_work_mem = '1GB';
CREATE INDEX search_words ON petition.search USING gin (words);
ANALYZE petition.search;
ANALYZE petition.petition;
SQL
seconds=$(calculate "$(now) - $from" 1)
# what it is measured against: the same words by LIKE, the newest 50
awk -F '\t' -v quote="'" '$1 == "two" && ++n <= 20 {
  like = "LIKE " quote "%" $2 "%" quote
  print "SELECT id FROM petition.petition WHERE title " like " OR body " like " ORDER BY received_at DESC LIMIT 50;"
}' "$work/words.txt" >"$work/like.sql"
like=$( { echo '\timing on'; cat "$work/like.sql"; } | psql -X -A -t | awk '/^Time:/ { print $2 }' | sort -n | awk '{ t[NR] = $1 } END { print t[int((NR + 1) / 2)] }')
"$(java_25)" "$sources/SearchLoad.java" "$address" tingxi-demo-only "$work/words.txt" |
  while read -r kind median p95 hits; do
    measure "search_$kind" "$median" ms 'LIKE by psql, median of 20 words of two characters, same run' "$(calculate "$median / $like")" \
      "whole page by HTTP, p95 $p95 ms, $hits rows a search, $many petitions, laid in $seconds s, LIKE $like ms"
  done
