# Sourced by the benchmarks: builds the application with bench/'s endpoints, starts it on a folder of its own, stops it at the end.
# Nothing is shed: what is measured is pings that are judged and stored.
PORT=${PORT:-18080}; BASE=http://localhost:$PORT; TOKEN=bench-token
WORK=$(mktemp -d); trap stop EXIT
JAVA_BIN=${JAVA_HOME:+$JAVA_HOME/bin/}java
CLIENT=("$JAVA_BIN" -Xmx256m -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*")
build() { [ -n "${SKIP_BUILD:-}" ] || ./mvnw -q -B -Pbench -DskipTests package; }
# Leaves in READY_MILLIS how long it took until it was ready.
start() {
  local from; from=$(date +%s%3N)
  FORTYEIGHT_DATA=$WORK/data FORTYEIGHT_ADMIN_TOKEN=$TOKEN FORTYEIGHT_PROXIES_TRUSTED=127.0.0.1,::1 \
  FORTYEIGHT_SHED_NETWORK_PER_MINUTE=0 FORTYEIGHT_SHED_FROZEN_VISITOR_PER_MINUTE=0 FORTYEIGHT_LINKS_NETWORK_PER_MINUTE=0 \
  QUARKUS_HTTP_PORT=$PORT \
    "$JAVA_BIN" ${JAVA_OPTIONS:--Xmx512m} -jar target/quarkus-app/quarkus-run.jar > "$WORK/application.log" 2>&1 &
  APPLICATION=$!
  while kill -0 "$APPLICATION" && [ $(($(date +%s%3N) - from)) -lt 60000 ]; do
    # Asking for no more than whether the port is open costs hardly any of the processor time that the start needs.
    if (: < "/dev/tcp/localhost/$PORT") 2> /dev/null && curl -sf -o /dev/null "$BASE/q/health/ready"; then
      READY_MILLIS=$(($(date +%s%3N) - from)); return
    fi
    sleep 0.02
  done
  cat "$WORK/application.log"; exit 1
}
end() { kill "$APPLICATION"; wait "$APPLICATION" || true; APPLICATION=; }
stop() { [ -z "${APPLICATION:-}" ] || end; rm -rf "$WORK"; }
get() { curl -sf -H "Authorization: Bearer $TOKEN" "$BASE$1"; }
post() { curl -sf -o /dev/null -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$BASE$1" -d "$2"; }
# A contest with four campaigns: preset, and for one that is not "bench" from now on, slug and opening.
contest() {
  local slug=${2:-bench} opening=${3:-now}
  post /api/contests '{"slug":"'"$slug"'","name":"Bench","zone":"UTC","opensAt":"'"$(date -u -d "$opening" +%Y-%m-%dT%H:%M:%S)"'","rules":{"preset":"'"$1"'"}}'
  for c in 1 2 3 4; do post "/api/contests/$slug/campaigns" '{"slug":"c'$c'","title":"Campaign '$c'","pageUrl":"https://c'$c'.example/"}'; done
}
# The codes of a thousand share links of as many visitors, by turns for each campaign from the second on.
links() {
  for v in $(seq 1000); do
    printf 'next\nurl = "%s/api/links"\nheader = "Content-Type: application/json"\ndata = "%s"\n' "$BASE" \
      '{\"contest\":\"'"${1:-bench}"'\",\"campaign\":\"c'$((v % 4 + 1))'\",\"platform\":\"copy\",\"visitor\":\"visitor-'"$v"'\"}'
  done | tail -n +2 | curl -sf -K - | jq -r .code
}
# Pings a second, p50 and p99 in ms, and answers that are not 202, in a closed loop: path, connections, seconds.
measure() { BENCH_PATH=$1 load bench/pings.lua "$2" "$3"; }
# The same for any script of wrk: script, connections, seconds.
load() { wrk -t1 -c"$2" -d"${3}s" --latency -s "$1" "$BASE" | awk '/^RESULT/ {print $2, $3, $4, $5}'; }
# What was measured must also be right.
check() {
  local from; from=$(date +%s%3N)
  curl -sf -X POST -H "Authorization: Bearer $TOKEN" "$BASE/api/contests/${1:-bench}/recount" |
    jq -r --argjson from "$from" '"recount of \(.pings) pings agrees: \(.agrees), \(.pings / (now * 1000 - $from) * 1000 | floor) pings/s"'
  grep -E " (WARN|ERROR) " "$WORK/application.log" | head -5 || true
}
