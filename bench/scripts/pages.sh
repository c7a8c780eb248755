#!/usr/bin/env bash
# weight of home, rate, results and a cycle's results (all requests, gzip, empty cache) and the server's processor time per page
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"
scale=${1:-0.3}
rounds=${2:-400}

start_demo "-Dhuiyin.demo.scale=$scale"
# bytes on the wire of one address: headers and gzipped body
weight() { curl -s -o /dev/null -w '%{size_download} %{size_header}\n' -H 'Accept-Encoding: gzip' "$1" | awk '{ print $1 + $2 }'; }
# addresses of what the page loads besides itself
parts() {
  curl -s --compressed "$1" | grep -oE '<(link|script|img|use)[^>]*>' | grep -vE 'rel="?(alternate|canonical)' |
    grep -oE '(href|src)="/[^"#]+' | sed 's/^[a-z]*="//' | sort -u
}
repeat() { # requests on one connection
  for _ in $(seq "$2"); do printf 'url="%s"\noutput=/dev/null\n' "$1"; done >"$work/urls"
  curl -s -H 'Accept-Encoding: gzip' -K "$work/urls"
}
cpu_per_page() {
  local from to
  repeat "$1" "$rounds" # warm
  from=$(cpu_seconds)
  repeat "$1" "$rounds"
  to=$(cpu_seconds)
  calculate "1000 * ($to - $from) / $rounds" 2
}
health=$(cpu_per_page "$address/actuator/health")
for path in / /rate /results "/results/$(published_cycle)"; do
  target=$(curl -s -o /dev/null -L -w '%{url_effective}' "$address$path")
  total=$(weight "$target")
  requests=1
  for part in $(parts "$target"); do
    total=$((total + $(weight "$address$part")))
    requests=$((requests + 1))
  done
  measure "pages.weight $path" "$(calculate "$total / 1024" 1)" KB 'the limit of 100 KB' "$(calculate "$total / 102400")" "$requests requests, headers included"
  cpu=$(cpu_per_page "$target")
  measure "pages.cpu $path" "$cpu" ms "the health page: $health ms" "$(calculate "$cpu / ($health + 0.000001)" 2)" "$rounds requests after $rounds warm ones"
done
