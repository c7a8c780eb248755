#!/usr/bin/env bash
# results of the demo county: a page computed anew for each request, and one from what is kept for a minute, beside the database's own count of the same matters
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
scale=${1:-1}
rounds=${2:-20}

start_demo "-Dhuiyin.demo.scale=$scale" -Dhuiyin.results.keep=0s
use_database
cycle=$(psql -AtqX -c "SELECT code FROM assessment.cycle WHERE published_at IS NOT NULL ORDER BY last_day DESC LIMIT 1")
matters=$(psql -AtqX -c 'SELECT count(*) FROM spotcheck.frame_matter')
interviews=$(psql -AtqX -c 'SELECT count(*) FROM spotcheck.interview')

median() { sort -n | awk '{ value[NR] = $1 } END { print value[int((NR + 1) / 2)] }'; }
page() { curl -s -o /dev/null -w '%{time_total}\n' --compressed "$address/results/$cycle"; }
groups() {
  echo '\timing on'
  for _ in $(seq "$rounds"); do
    echo 'SELECT count(*) FROM (SELECT unit_code, service_class, class, count(*) FROM spotcheck.frame_matter GROUP BY 1, 2, 3) cells;'
  done
}

pages() { for _ in $(seq "$rounds"); do page; done; }

cold=$(page)
pages >/dev/null
warm=$(pages | median)
count=$(groups | psql -AtqX | sed -n 's/^Time: \([0-9.]*\) ms.*/\1/p' | median)
measure assessment.first "$(calculate "1000 * $cold" 0)" ms null null 'first request after the start'
measure assessment.computed "$(calculate "1000 * $warm" 1)" ms "psql, grouping the same matters: $count ms" \
  "$(calculate "1000 * $warm / $count" 2)" "median of $rounds, each computed anew, whole page $cycle: $matters matters, $interviews interviews"
stop_demo

start_demo "-Dhuiyin.demo.scale=$scale"
pages >/dev/null
kept=$(pages | median)
measure assessment.kept "$(calculate "1000 * $kept" 1)" ms "the computed page: $(calculate "1000 * $warm" 1) ms" \
  "$(calculate "$kept / $warm" 2)" "median of $rounds, results kept for a minute as shipped"
