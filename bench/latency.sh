#!/usr/bin/env bash
# Measures how long answers to pings take at half of the same run's throughput: undisturbed, and with one disturbance at a time.
# Usage: bench/latency.sh [seconds]        Needs: wrk, jq, curl, psql.
set -euo pipefail
cd "$(dirname "$0")/.."
seconds=${1:-20}
source bench/application.sh; source bench/fill.sh
build; start; contest fair-48h
contest fair-48h past '60 days ago'
import past 1000000 20000 P59DT12H P58DT12H
# Warms up: figures mean nothing before the compilers are done.
for i in 1 2 3; do measure /api/pings 128 4 > /dev/null; done
read -r most _ _ _ <<<"$(measure /api/pings 128 8)"
rate=$((most / 2))
echo "closed loop, 128 connections: $most pings/s; from here on half of that, at a constant rate"
during() { echo "-- $1"; shift; "$@"; }
open_loop=("${CLIENT[@]}" io.fortyeight.bench.OpenLoop "$BASE" bench "$rate" 256)
# Commands for open_loop to run.
export BASE TOKEN
recounts='authorization="Authorization: Bearer $TOKEN"; until [ $SECONDS -ge '$seconds' ]; do
  from=$(date +%s%3N); pings=$(curl -sf -X POST -H "$authorization" "$BASE/api/contests/past/recount" | jq .pings)
  echo "recounted $pings pings in $(($(date +%s%3N) - from)) ms"; done'
close='from=$(date +%s%3N); curl -sf -o /dev/null -X POST -H "Authorization: Bearer $TOKEN" "$BASE/api/contests/past/close"
  until curl -sf "$BASE/api/contests/past/result" > /dev/null; do sleep 0.1; done; echo "certified after $(($(date +%s%3N) - from)) ms"'
during "undisturbed" "${open_loop[@]}" sleep "$seconds"
during "recounts of another contest, one after the other" "${open_loop[@]}" bash -c "$recounts"
during "1000 readers of its live events" "${CLIENT[@]}" io.fortyeight.bench.EventReaders "$BASE" bench 1000 "${open_loop[@]}" sleep "$seconds"
during "the close of another contest" "${open_loop[@]}" bash -c "$close"
check
