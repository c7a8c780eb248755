#!/usr/bin/env bash
# 2,000,000 matters imported under -Xmx256m, killed half-way and imported again: no row twice, none missing
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
rows=${1:-2000000}
export HUIYIN_JAVA_OPTS=-Xmx256m

# The import's PostgreSQL outlives a killed import; the next one joins it and would stop it at its end. This script stays in it as
# another Huiyin does (LocalPostgres.PRESENCE), and the last one here stops it.
stay() {
  use_database
  psql -X -q -d postgres -c 'SELECT pg_advisory_lock_shared(4875697969)' -c 'SELECT pg_sleep(86400)' >/dev/null 2>&1 &
}
finish() {
  local postmaster
  postmaster=$(head -1 "$data/postgresql/postmaster.pid" 2>/dev/null || true)
  if [ -n "$postmaster" ]; then
    kill -INT "$postmaster" 2>/dev/null || true
    while kill -0 "$postmaster" 2>/dev/null; do sleep 0.2; done
  fi
  rm -rf "$work"
}

# the address is read each time: while the database is being made, its file still names another port
count() {
  use_database 2>/dev/null
  psql -X -A -t -q -c "SELECT count(*) FROM $1" 2>/dev/null || echo 0
}

import() { "$home/huiyin" import matters "$work/matters.csv" --create-units --data "$data" >"$work/$1.log" 2>&1; }

build_server

awk -v rows="$rows" 'BEGIN {
  print "matter_id,service_code,service_name,service_class,unit_code,channel,opened_at,due_at,closed_at,outcome,recipient_key,recipient_kind,recipient_contact,contact_source,source_system,external_id"
  split("on-the-spot promised-time complex", class, " ")
  for (i = 0; i < rows; i++) {
    s = i % 120; p = (i * 7919) % int(rows / 3 + 1)
    printf "M%09d,S%03d,事项%d,%s,单位%02d,counter,2026-0%d-%02d %02d:%02d,2026-09-%02d,", i, s, s, class[s % 3 + 1], i % 75, 1 + i % 6, 1 + i % 28, 8 + i % 9, i % 60, 1 + i % 28
    if (i % 50) printf "2026-0%d-%02d %02d:%02d:%02d,done,", 7 + i % 2, 1 + i % 28, 8 + i % 9, i % 60, i % 60
    else printf ",,"
    printf "K%08d,person,13%09d,counter,windows,%d\n", p, p, i
  }
}' >"$work/matters.csv"
size=$(($(stat -c %s "$work/matters.csv") / 1000000))

from=$(now)
import first &
first=$!
goes_on() {
  kill -0 "$first" 2>/dev/null || { cat "$work/first.log" >&2; exit 1; }
  sleep 0.2
}
until [ -f "$data/database.properties" ] && [ -f "$data/postgresql/postmaster.pid" ]; do goes_on; done
until [ "$(count matter.matter)" -gt 0 ]; do goes_on; done
begun=$(now)
before=$(count matter.matter)
until [ "$(count matter.matter)" -ge $((rows / 2)) ]; do goes_on; done
pkill -KILL -P "$first" || kill -KILL "$first"
killed=$(now)
wait "$first" 2>/dev/null || true
half=$(count matter.matter)

stay
import second || { cat "$work/second.log" >&2; exit 1; }
again=$(now)
summary=$(grep -o 'read .*' "$work/second.log" | tail -1)
taken=$(sed 's/.*taken \([0-9]*\).*/\1/' <<<"$summary")
unchanged=$(sed 's/.*unchanged \([0-9]*\).*/\1/' <<<"$summary")
all=$(count matter.matter)
distinct=$(count '(SELECT DISTINCT matter_no FROM matter.matter) m')
closed=$(count 'matter.matter WHERE closed_at IS NOT NULL')
entries=$(count ledger.entry)
invited=$(count rating.invitation)
[ "$all" = "$rows" ] && [ "$distinct" = "$rows" ] && [ "$entries" = "$closed" ] && [ "$invited" = "$closed" ] &&
  [ "$((taken + unchanged))" = "$rows" ] && [ "$unchanged" -ge "$half" ] ||
  { echo "rows are missing or twice: $summary; $all matters, $distinct numbers, $closed closed, $entries in the log, $invited invited" >&2; exit 1; }

# what the same PostgreSQL takes of the same file when nothing is checked, found, sealed, logged or invited
use_database
from=$(now)
psql -X -q -v ON_ERROR_STOP=1 -c "CREATE TEMP TABLE raw (c1 text, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text, c8 text, c9 text, c10 text, c11 text, c12 text, c13 text, c14 text, c15 text, c16 text)" \
  -c "\\copy raw FROM '$work/matters.csv' WITH (FORMAT csv, HEADER true)"
copy=$(calculate "$rows / ($(now) - $from)" 0)
rate=$(calculate "($half - $before) / ($killed - $begun)" 0)
measure import.rows "$rate" rows/s "COPY of the file into a bare table: $copy rows/s" "$(calculate "$rate / $copy")" "$rows rows, $size MB, -Xmx256m; killed after $half rows"
measure import.again "$(calculate "$rows / ($again - $killed)" 0)" rows/s null null "$summary; start-up included; no row twice, none missing"
