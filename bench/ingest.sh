#!/usr/bin/env bash
# Compares durable pings a second with a no-op endpoint of the same server, in turn, in one run.
# Usage: bench/ingest.sh [rounds] [seconds] [connections ...]        Needs: wrk, jq, curl.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}; seconds=${2:-5}; shift $(( $# > 2 ? 2 : $# )); connections=("${@:-512}")
[ $# -eq 0 ] && connections=(512 128 32)
baseline=${BENCH_BASELINE:-/api/pings/no-op}
source bench/application.sh
build; start; contest fair-48h
# Warms up: figures mean nothing before the compilers are done.
for i in 1 2 3 4 5 6; do measure "$baseline" 128 "$seconds" >/dev/null; measure /api/pings 128 "$seconds" >/dev/null; done
for c in "${connections[@]}"; do
  : > "$WORK/ratios"
  for r in $(seq "$rounds"); do
    read -r noop _ _ bad1 <<<"$(measure "$baseline" "$c" "$seconds")"
    read -r ping p50 p99 bad2 <<<"$(measure /api/pings "$c" "$seconds")"
    echo "$noop $ping $(awk "BEGIN {printf \"%.3f\", $ping/$noop}") $p50 $p99 $((bad1 + bad2))" | tee -a "$WORK/ratios" |
      awk -v c="$c" '{printf "connections %4d  baseline %6d/s  pings %6d/s  ratio %s  p50 %6.2f ms  p99 %6.2f ms  other answers %d\n", c, $1, $2, $3, $4, $5, $6}'
  done
  awk -v c="$c" '{print $3}' "$WORK/ratios" | sort -n | awk -v c="$c" '{v[NR]=$1} END {printf "connections %4d  median ratio %s  (%s to %s)\n", c, v[int((NR+1)/2)], v[1], v[NR]}'
done
check
