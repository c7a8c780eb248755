#!/usr/bin/env bash
# assess of a frame of 2,000,000 matters: cold and warm, beside R and beside a bare scan; then 10,000,000 in 1 GB
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
rows=${1:-2000000}
many=${2:-10000000}
frame=${3:-} # a frame in Parquet of one's own, with the same as .csv.gz beside it, in place of a made-up one

"$home/huiyin" assess --help >/dev/null
jar=$home/audit/target/huiyin-audit.jar
source_folder=$home/bench/src/main/java/io/huiyin/bench
java=("$(java_25)" -XX:+UseSerialGC -Xmx1g --enable-native-access=ALL-UNNAMED -cp "$jar")
make_frame() { "${java[@]}" "$source_folder/FrameFile.java" "$1" "$2"; }

# assess FILE: seconds, peak memory in MB and seconds of processor of one run in a process of its own with 1 GB of heap
assess() {
  local from to
  from=$(now)
  HUIYIN_JAVA_OPTS=-Xmx1g "$home/huiyin" assess "$1" --out "$work/out.json" &
  local process=$! peak=0 used=0 seen
  while seen=$(awk '/VmHWM/ { print $2 }' "/proc/$process/status" 2>/dev/null) && [ -n "$seen" ]; do
    peak=$seen
    used=$(awk -v tick="$(getconf CLK_TCK)" '{ print ($14 + $15) / tick }' "/proc/$process/stat" 2>/dev/null) || true
    sleep 0.02
  done
  wait "$process"
  to=$(now)
  calculate "$to - $from" 2
  printf ' %d %s\n' $((peak / 1024)) "${used:-0}"
}
middle() { sort -n | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }'; }

if [ -z "$frame" ]; then
  frame=$work/frame.parquet
  make_frame "$rows" "$frame"
  make_frame "$rows" "$work/frame.csv.gz"
fi
read -r cold memory used <<<"$(for _ in 1 2 3 4 5; do assess "$frame"; done | middle)"
read -r warm scan <<<"$("${java[@]}" "$source_folder/EngineWarm.java" "$frame" "$work/out.json")"
measure engine.cold "$cold" s 'the goal of 1.5 s' "$(calculate "$cold / 1.5" 2)" \
  "$rows matters from Parquet, launcher and JVM included, median of 5, $used s of processor, peak $memory MB with 1 GB of heap"
measure engine.warm "$warm" ms "a bare scan of the same columns: $scan ms" "$(calculate "$warm / $scan" 2)" 'median of 11 in one process'
if command -v Rscript >/dev/null && Rscript -e 'library(survey);library(data.table)' >/dev/null 2>&1; then
  r=$(Rscript "$home/bench/scripts/engine.R" "${frame%.parquet}.csv.gz" 2>/dev/null | tail -1 | tr -d ' ')
  measure engine.r.cold "$cold" s "R's survey and data.table: $r s" "$(calculate "$cold / $r" 3)" 'R: from csv.gz, S, D, share and sections only'
  measure engine.r.warm "$(calculate "$warm / 1000")" s "R's survey and data.table: $r s" "$(calculate "$warm / 1000 / $r" 3)" 'as above'
fi
if [ "$many" -gt 0 ]; then
  for kind in parquet csv; do
    make_frame "$many" "$work/many.$kind"
    read -r seconds memory used <<<"$(assess "$work/many.$kind")"
    measure "engine.many.$kind" "$seconds" s null null "$many matters, $(du -m "$work/many.$kind" | cut -f1) MB, $used s of processor, peak $memory MB with 1 GB of heap"
    rm -f "$work/many.$kind"
  done
fi
