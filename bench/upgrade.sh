#!/usr/bin/env bash
# A rolling upgrade under load: the new release waits as a standby, the old one is stopped cleanly, and no ping may be lost or counted twice.
# Both releases must have V1__schema.sql: a database from before it can't be upgraded.
# Usage: bench/upgrade.sh <quarkus-app of the old release> [quarkus-app of the new one]        Needs: curl, jq.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/application.sh
old=$1 new=${2:-target/quarkus-app} DATABASE_PORT=${DATABASE_PORT:-15434}
[ -n "${SKIP_BUILD:-}" ] || ./mvnw -q -B -Pbench -DskipTests package
"${CLIENT[@]}" io.fortyeight.bench.Database "$WORK/database" "$DATABASE_PORT" > "$WORK/database.log" 2>&1 &
database=$!; pids=("$database")
trap 'for each in "${pids[@]}"; do kill "$each" 2> /dev/null || true; wait "$each" 2> /dev/null || true; done; rm -rf "$WORK"' EXIT
until (: < "/dev/tcp/localhost/$DATABASE_PORT") 2> /dev/null; do kill -0 "$database"; sleep 0.1; done
export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://localhost:$DATABASE_PORT/postgres QUARKUS_DATASOURCE_USERNAME=postgres
export FORTYEIGHT_KEY=dGVzdCB3cmFwcGluZyBrZXksIDMyIGJ5dGVzIGxvbmc= FORTYEIGHT_ADMIN_TOKEN=$TOKEN
OLD=http://localhost:$PORT NEW=http://localhost:$((PORT + 1))
run() { FORTYEIGHT_DATA=$WORK/data-$3 QUARKUS_HTTP_PORT=$2 "$JAVA_BIN" -Xmx512m -jar "$1/quarkus-run.jar" > "$WORK/$3.log" 2>&1 & pids+=($!); }
is() { [ "$(curl -s -o /dev/null -w '%{http_code}' "$1")" = "$2" ]; }
run "$old" "$PORT" old; until is "$OLD/q/health/ready" 200; do sleep 0.1; done; contest raw bench

# Sends one ping after the other. Each alternates between both instances, with the same id, until it has a receipt.
pings() {
  local i=0 from base
  while [ ! -e "$WORK/enough" ]; do
    i=$((i + 1)); from=$(date +%s%3N)
    while :; do
      for base in "$OLD" "$NEW"; do
        curl -s -m 6 "$base/api/pings" -A Mozilla/5.0 -H 'Content-Type: application/json' -d '{"contest":"bench","campaign":"c1","kind":"view",
          "visitor":"v'"$i"'","id":"'"$(printf '00000000-0000-4000-8000-%012d' "$i")"'"}' 2> /dev/null | grep -q receipt && break 2
      done
    done
    echo $(($(date +%s%3N) - from))
  done > "$WORK/waits"
}
pings & pinging=$!; pids+=("$pinging")
run "$new" $((PORT + 1)) new; until is "$NEW/q/health/live" 200; do sleep 0.1; done
is "$NEW/q/health/ready" 503 && echo "the new release is a standby; pings so far: $(wc -l < "$WORK/waits")"
stopped=$(date +%s%3N); kill "${pids[1]}"
until is "$NEW/q/health/ready" 200; do sleep 0.02; done; echo "the new release is ready $(($(date +%s%3N) - stopped)) ms after the old one was told to stop"
wait "${pids[1]}" || true; echo "the old one has ended after $(($(date +%s%3N) - stopped)) ms"
sleep 2; touch "$WORK/enough"; wait "$pinging"
BASE=$NEW
echo "acknowledged $(wc -l < "$WORK/waits"), counted $(curl -sf "$NEW/api/contests/bench/leaderboard" | jq .standings[0].counted), longest wait of a ping $(sort -n "$WORK/waits" | tail -1) ms"
curl -sf -X POST -H "Authorization: Bearer $TOKEN" "$NEW/api/contests/bench/recount" | jq -r '"recount of \(.pings) pings agrees: \(.agrees)"'
grep -h -o 'Migrating schema.*\|Schema .* is up to date.*' "$WORK/new.log" || true
