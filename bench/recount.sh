#!/usr/bin/env bash
# Measures the pings a second that a recount reads back from PostgreSQL and judges again.
# Usage: bench/recount.sh [pings] [visitors] [rounds]        Needs: jq, curl, awk.
set -euo pipefail
cd "$(dirname "$0")/.."
pings=${1:-2000000}; visitors=${2:-100000}; rounds=${3:-7}
source bench/application.sh
build; start
post /api/contests '{"slug":"bench","name":"Bench","zone":"UTC","opensAt":"2013-12-17T00:00:00","rules":{"preset":"fair-48h"}}'
for c in 0 1 2 3; do post /api/contests/bench/campaigns '{"slug":"c'$c'","title":"Campaign '$c'","pageUrl":"https://c'$c'.example/"}'; done
# In time order over the 48 hours, with random visitors, three to a network; one ping in sixteen is a share.
generate() {
  awk -v n="$pings" -v visitors="$visitors" 'BEGIN { srand(48)
    for (i = 0; i < n; i++) {
      seconds = int(i * 172800 / n); v = int(rand() * visitors); a = int(v / 3)
      printf "{\"at\":\"2013-12-%02dT%02d:%02d:%02dZ\",%s,\"campaign\":\"c%d\",\"visitor\":\"v%d\",\"ip\":\"10.%d.%d.%d\"}\n",
        17 + int(seconds / 86400), int(seconds / 3600) % 24, int(seconds / 60) % 60, seconds % 60,
        rand() < 1 / 16 ? "\"kind\":\"share\",\"platform\":\"line\"" : "\"kind\":\"view\"",
        v % 4, v, int(a / 65536), int(a / 256) % 256, a % 256
    } }'
}
import=$(generate | curl -sf -D - -o /dev/null -X POST -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/octet-stream' \
  -T - "$BASE/api/contests/bench/imports?format=ndjson" | tr -d '\r' | awk 'tolower($1) == "location:" {print $2}')
case $import in http*) ;; *) import=$BASE$import ;; esac
until curl -sf -H "Authorization: Bearer $TOKEN" "$import" | jq -e '.state != "running"' >/dev/null; do sleep 1; done
curl -sf -H "Authorization: Bearer $TOKEN" "$import" | jq -c '{state, accepted, verdicts}'
for _ in $(seq "$rounds"); do
  seconds=$(curl -sf -o "$WORK/recount.json" -w '%{time_total}' -X POST -H "Authorization: Bearer $TOKEN" "$BASE/api/contests/bench/recount")
  jq -r --argjson seconds "$seconds" '"recount of \(.pings) pings agrees: \(.agrees), \($seconds) s, \(.pings / $seconds | floor) pings/s"' "$WORK/recount.json"
done | tee "$WORK/recounts"
awk '{print $(NF-1)}' "$WORK/recounts" | sort -n | awk '{v[NR] = $1} END {printf "recount median %d pings/s (%d to %d)\n", v[int((NR + 1) / 2)], v[1], v[NR]}'
check
