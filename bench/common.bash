# Shared by the scripts: a demo of one's own, and the line that is printed.
set -euo pipefail
home=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/huiyin-bench.XXXXXX")
data=$work/data
port=$((20000 + RANDOM % 20000))
address=http://127.0.0.1:$port
server=

finish() {
  if [ -n "$server" ]; then stop_demo; fi
  rm -rf "$work"
}
trap finish EXIT

# builds what is missing or older than its sources, so that no build falls into what is measured
build_server() { "$home/huiyin" demo --help >/dev/null; }

# start_demo [JAVA OPTIONS]: the demo on a fixed day, ready when it answers
start_demo() {
  HUIYIN_JAVA_OPTS=$* "$home/huiyin" demo --port "$port" --data "$data" --today 2026-10-14 >"$work/log" 2>&1 &
  server=$!
  until curl -s -o /dev/null "$address/actuator/health"; do
    kill -0 "$server" 2>/dev/null || { cat "$work/log" >&2; server=; exit 1; }
    sleep 0.05
  done
}

stop_demo() {
  kill "$server" 2>/dev/null || true
  wait "$server" 2>/dev/null || true
  server=
}

# seconds of processor time that the server has used
cpu_seconds() { awk -v tick="$(getconf CLK_TCK)" '{ print ($14 + $15) / tick }' "/proc/$server/stat"; }

now() { date +%s.%N; }

calculate() { awk "BEGIN { printf \"%.${2:-3}f\", $1 }"; }

# measure NAME VALUE UNIT AGAINST RATIO NOTES: against and ratio may be null
measure() {
  local against=$4
  [ "$against" = null ] || against="\"$against\""
  printf '{"name":"%s","value":%s,"unit":"%s","against":%s,"ratio":%s,"notes":"%s"}\n' "$1" "$2" "$3" "$against" "$5" "$6"
}

java_25() {
  local candidate
  for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/java/* "$HOME"/.sdkman/candidates/java/*; do
    if [ -x "$candidate/bin/java" ] && grep -qs '^JAVA_VERSION="25' "$candidate/release"; then
      echo "$candidate/bin/java"
      return
    fi
  done
  echo 'bench needs a JDK 25' >&2
  exit 2
}

# the published cycle that the demo shows, such as 2025Q4-2026Q3
published_cycle() {
  curl -s --compressed "$address/results" | grep -oE '/results/[0-9]{4}Q[1-4]-[0-9]{4}Q[1-4]' | head -1 | sed 's/.*\///'
}

# environment for PostgreSQL's own tools: the application's account on the demo's own database
use_database() {
  PGHOST=127.0.0.1
  PGPORT=$(sed -n 4p "$data/postgresql/postmaster.pid")
  PGUSER=huiyin
  PGDATABASE=huiyin
  PGPASSWORD=$(sed -n 's/^huiyin=//p' "$data/database.properties")
  export PGHOST PGPORT PGUSER PGDATABASE PGPASSWORD
}

# the same as its superuser, for laying rows past the application
use_superuser() {
  use_database
  PGUSER=postgres
  PGPASSWORD=$(sed -n 's/^postgres=//p' "$data/database.properties")
}
