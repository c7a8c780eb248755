#!/usr/bin/env bash
# first start of the demo (creates the database, loads the county) and second start, to the first answer; what the county promises
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
scale=${1:-1}

build_server
from=$(now)
start_demo "-Dhuiyin.demo.scale=$scale"
first=$(calculate "$(now) - $from" 1)
split=$(grep -m1 'demo county is loaded' "$work/log" | tr -d '\r' | sed 's/ *$//' || true)
loaded=$(sed 's/.* in \([0-9.]*\) s (.*/\1/' <<<"$split")
cycle=$(published_cycle)
curl -s "$address/data/$cycle/results.csv" >"$work/results.csv"
stop_demo
from=$(now)
start_demo "-Dhuiyin.demo.scale=$scale"
second=$(calculate "$(now) - $from" 1)
resident=$(awk '/VmRSS/ { print $2 / 1024 }' "/proc/$server/status")
stop_demo
measure startup.first "$first" s null null "scale $scale; $split"
measure startup.second "$second" s "the first start: $first s" "$(calculate "$second / $first")" "resident memory $(calculate "$resident" 0) MB"

# units; with 80 interviews or more; better than their kind, worse, not told apart; nobody's name has a comma
read -r units enough better worse alike < <(awk -F, '
  NR == 1 { for (i = 1; i <= NF; i++) column[$i] = i; next }
  { units++; stands[$column["against_kind"]]++; if ($column["interviews"] >= 80) enough++ }
  END { print units + 0, enough + 0, stands["1"] + 0, stands["-1"] + 0, stands["0"] + 0 }' "$work/results.csv")
broken=0
# promise NAME VALUE UNIT CONDITION NOTES: what the county must be like at full size, in a condition that awk reads
promise() {
  local word=holds
  if ! awk "BEGIN { exit !($4) }"; then
    word=BROKEN
    if [ "$scale" = 1 ]; then broken=1; else word='does not hold, and need not at this scale'; fi
  fi
  measure "startup.promise $1" "$2" "$3" "promised: $4" null "$word; $5"
}
promise loading "$loaded" s "$loaded < 60" "load average $(cut -d' ' -f1 /proc/loadavg), $(nproc) cores"
promise interviews "$enough" units "2 * $enough > $units" "units with 80 interviews or more, of $units in $cycle"
promise better "$better" units "$better >= 1" 'better than their kind'
promise worse "$worse" units "$worse >= 1" 'worse than their kind'
promise alike "$alike" units "2 * $alike > $units" 'cannot be told apart'
exit "$broken"
