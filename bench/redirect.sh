#!/usr/bin/env bash
# Compares redirects of share links a second with the no-op ping endpoint of the same server, in turn, in one run.
# Usage: bench/redirect.sh [rounds] [seconds] [connections ...]        Needs: wrk, jq, curl.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}; seconds=${2:-5}; shift $(( $# > 2 ? 2 : $# )); connections=("${@:-512}")
[ $# -eq 0 ] && connections=(512 128 32)
source bench/application.sh
build; start; contest fair-48h
export BENCH_CODES=$WORK/codes
links > "$BENCH_CODES"
echo "$(sort -u "$BENCH_CODES" | wc -l) codes"
# Warms up: figures mean nothing before the compilers are done.
for i in 1 2 3 4 5 6; do measure /api/pings/no-op 128 "$seconds" > /dev/null; load bench/redirect.lua 128 "$seconds" > /dev/null; done
for c in "${connections[@]}"; do
  : > "$WORK/ratios"
  for r in $(seq "$rounds"); do
    read -r noop _ _ bad1 <<<"$(measure /api/pings/no-op "$c" "$seconds")"
    read -r redirects p50 p99 bad2 <<<"$(load bench/redirect.lua "$c" "$seconds")"
    echo "$noop $redirects $(awk "BEGIN {printf \"%.3f\", $redirects/$noop}") $p50 $p99 $((bad1 + bad2))" | tee -a "$WORK/ratios" |
      awk -v c="$c" '{printf "connections %4d  no-op %6d/s  redirects %6d/s  ratio %s  p50 %6.2f ms  p99 %6.2f ms  other answers %d\n", c, $1, $2, $3, $4, $5, $6}'
  done
  awk '{print $3}' "$WORK/ratios" | sort -n | awk -v c="$c" '{v[NR]=$1} END {printf "connections %4d  median ratio %s  (%s to %s)\n", c, v[int((NR+1)/2)], v[1], v[NR]}'
done
# Checks that links count nothing.
check
