#!/usr/bin/env bash
# durable ratings per second through HTTP, beside pgbench that inserts the same row into the same PostgreSQL
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
clients=${1:-16}
seconds=${2:-20}

start_demo -Dhuiyin.demo.scale=0.1 -Dhuiyin.demo.codes=200
grep -oE '\b[0-9]{4} [0-9]{4} [0-9]{4} [0-9]{4}\b' "$work/log" >"$work/codes"
before=$(cpu_seconds)
result=$("$(java_25)" "$home/bench/src/main/java/io/huiyin/bench/RatingLoad.java" "$address" "$work/codes" "$clients" "$seconds")
after=$(cpu_seconds)
read -r rate count failed <<<"$result"

if command -v pgbench >/dev/null; then
  use_database
  cat >"$work/insert.sql" <<'SQL'
INSERT INTO rating.rating (id, submission, matter_id, channel, overall, rated_at, salt, leaf_hash)
SELECT gen_random_uuid(), gen_random_uuid(), matter_id, 'own', 4, now(),
       decode(repeat('5a', 32), 'hex'), decode(repeat('5a', 32), 'hex')
  FROM rating.invitation OFFSET floor(random() * 200) LIMIT 1;
SQL
  row=$(pgbench -n -M prepared -c "$clients" -j 2 -T "$seconds" -f "$work/insert.sql" 2>"$work/pgbench" | sed -n 's/^tps = \([0-9.]*\).*/\1/p')
  [ -n "$row" ] || { cat "$work/pgbench" >&2; exit 1; }
  measure ratings.http "$rate" '1/s' "pgbench, the same row: $(calculate "$row" 0)/s" "$(calculate "$rate / $row")" \
    "$clients clients, $count ratings, $failed failed, each with its entry in the log, synchronous_commit=on"
else
  measure ratings.http "$rate" '1/s' null null "pgbench is missing: install postgresql-contrib; $clients clients, $count ratings"
fi
measure ratings.cpu "$(calculate "1000 * ($after - $before) / $count")" 'ms/rating' null null 'server process, warm-up included'
