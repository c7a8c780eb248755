#!/usr/bin/env bash
# first start of the demo (creates the database, loads the county) and second start, to the first answer
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
scale=${1:-1}

"$home/huiyin" help >/dev/null
[ -f "$home/server/target/server-1-SNAPSHOT-exec.jar" ] || (cd "$home" && mvn -q -B -ntp -pl server -am package -DskipTests >&2)
from=$(now)
start_demo "-Dhuiyin.demo.scale=$scale"
first=$(calculate "$(now) - $from" 1)
split=$(grep -m1 'demo county is loaded' "$work/log" | tr -d '\r' | sed 's/ *$//' || true)
stop_demo
from=$(now)
start_demo "-Dhuiyin.demo.scale=$scale"
second=$(calculate "$(now) - $from" 1)
resident=$(awk '/VmRSS/ { print $2 / 1024 }' "/proc/$server/status")
stop_demo
measure startup.first "$first" s null null "scale $scale; $split"
measure startup.second "$second" s "the first start: $first s" "$(calculate "$second / $first")" "resident memory $(calculate "$resident" 0) MB"
