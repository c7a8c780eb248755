#!/usr/bin/env bash
# how often intervals hold the truth, and how often equals are told apart, in counties whose truth is known
source "$(dirname "${BASH_SOURCE[0]}")/../common.bash"

# redraws (200), then parts: default tune stages agents silent ties
"$home/huiyin" assess --help >/dev/null
exec nice "$(java_25)" -XX:+UseSerialGC -Xmx1g -cp "$home/audit/target/huiyin-audit.jar" \
  "$home/bench/src/main/java/io/huiyin/bench/Coverage.java" "$@"
