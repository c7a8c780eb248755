#!/usr/bin/env bash
# whole lives of petitions through HTTP (hand in, pass on, accept, answer, confirm, find) at 10,000, 100,000 and 1,000,000 petitions
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
clients=${1:-16}
seconds=${2:-20}
sizes=${3:-"10000 100000 1000000"}
warm=${4:-90} # seconds before the first count, as compiling takes so long; 15 before each other

start_demo -Dhuiyin.demo.scale=0.1 -Dhuiyin.rate-limit.petitions=1000000
use_superuser
there=$(psql -X -A -t -q -c 'SELECT count(*) FROM petition.petition')
for size in $sizes; do
  # petitions that are there already: answered, each with its claim, signatory and words, laid past the application by both processors
  psql -X -q -v ON_ERROR_STOP=1 -v from="$there" -v to="$size" >/dev/null <<'SQL'
SET session_replication_role = replica;
SET max_parallel_workers_per_gather = 2;
SET min_parallel_table_scan_size = 0;
SET parallel_setup_cost = 0;
SET parallel_tuple_cost = 0;
INSERT INTO petition.petition (id, petition_no, class, procedure, received_at, channel, title, body, unit_code, reply, row_digest, answered_on)
SELECT md5('bench ' || i)::uuid, 'B' || i, 'APPEAL', CASE i % 50 WHEN 0 THEN 'IN_HAND' ELSE 'REVIEW_NOT_ASKED' END,
       now() - i % 700 * interval '1 day', 'online', '路灯不亮 ' || i, '三号路口 ' || i, u.code, 'none', '\x00', current_date - i % 700
  FROM generate_series(:from::int, :to::int) i
  JOIN (SELECT code, row_number() OVER (ORDER BY code) - 1 AS n, count(*) OVER () AS all_units FROM organization.unit) u
    ON u.n = i % u.all_units;
INSERT INTO petition.claim (petition_id, no, words, route, facts, opinion, basis)
SELECT md5('bench ' || i)::uuid, 1, '请解决', 'petition', '事实', '意见', '依据' FROM generate_series(:from::int, :to::int) i;
INSERT INTO petition.signatory (id, petition_id, place, code, query_tag)
SELECT md5('bench ' || i)::uuid, md5('bench ' || i)::uuid, 1, lpad(i::text, 16, '0'), '\x00' FROM generate_series(:from::int, :to::int) i;
CREATE UNLOGGED TABLE petition.laid AS
SELECT id, received_at, array_to_tsvector(petition.lexemes(title || ' ' || body)) AS words
  FROM petition.petition p WHERE NOT EXISTS (SELECT FROM petition.search s WHERE s.petition_id = p.id);
DROP INDEX petition.search_words;
INSERT INTO petition.search SELECT * FROM petition.laid;
DROP TABLE petition.laid;
SET maintenance_work_mem = '1GB';
CREATE INDEX search_words ON petition.search USING gin (words);
ANALYZE petition.petition; ANALYZE petition.claim; ANALYZE petition.signatory; ANALYZE petition.search;
CHECKPOINT;
SQL
  there=$((size + 1))
  result=$("$(java_25)" "$home/bench/src/main/java/io/huiyin/bench/LifecycleLoad.java" "$address" tingxi-demo-only "$clients" "$seconds" "$warm")
  warm=$((warm > 15 ? 15 : warm))
  read -r rate count failed p95 <<<"$result"
  measure "lifecycles_$size" "$rate" '1/s' 'best public figure of a peer: 37/s at 100,000 on 16 cores' "$(calculate "$rate / 37")" \
    "$clients clients, $count lives of 12 requests, redirects followed, $failed failed, p95 of a request $p95 ms, synchronous_commit=on"
done
