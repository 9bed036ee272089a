#!/usr/bin/env bash
# Compares pings of which every other one carries a share link with pings without links, in turn, in one run. Then runs `kill -9` on the
# application under such pings, and recounts everything.
# Usage: bench/credit.sh [rounds] [seconds] [connections] [kills]        Needs: wrk, jq, curl.
set -euo pipefail
cd "$(dirname "$0")/.."
rounds=${1:-5}; seconds=${2:-5}; connections=${3:-128}; kills=${4:-5}
source bench/application.sh
build; start; contest fair-48h; contest fair-48h linked
links linked > "$WORK/codes"
linked() { BENCH_CONTEST=linked BENCH_VIA=$WORK/codes measure /api/pings "$connections" "$seconds"; }
behind() { curl -sf "$BASE/q/metrics" | awk '/^fortyeight_credit_behind_entries/ {print int($2)}'; }
# Waits for two sweeps in a row, because the first may have run before the last ping.
caught_up() { for _ in 1 2; do sleep 1.5; while [ "$(behind)" != 0 ]; do sleep 0.2; done; done; }
for _ in 1 2 3; do measure /api/pings "$connections" "$seconds" > /dev/null; linked > /dev/null; done
caught_up
for _ in $(seq "$rounds"); do
  read -r plain _ _ bad1 <<<"$(measure /api/pings "$connections" "$seconds")"
  read -r with p50 p99 bad2 <<<"$(linked)"
  caught_up
  echo "$(awk "BEGIN {printf \"%.3f\", $with/$plain}") $plain $with $p50 $p99 $((bad1 + bad2))" | tee -a "$WORK/ratios" |
    awk '{printf "without links %6d/s  with links %6d/s  ratio %s  p50 %6.2f ms  p99 %6.2f ms  other answers %d\n", $2, $3, $1, $4, $5, $6}'
done
sort -n "$WORK/ratios" | awk '{v[NR]=$1} END {printf "median ratio %s  (%s to %s)\n", v[int((NR+1)/2)], v[1], v[NR]}'
for n in $(seq "$kills"); do
  linked > /dev/null & traffic=$!
  sleep 2
  kill -9 "$APPLICATION"; wait "$APPLICATION" 2> /dev/null || true
  wait "$traffic" || true
  start
  from=$(date +%s%3N)
  caught_up
  grep -h "Credit of partition" "$WORK/application.log" | sed 's/.*Credit of/credit of/' || true
  echo "killed $n: ready after $READY_MILLIS ms, all credit given $(($(date +%s%3N) - from)) ms later"
  check linked
done
