# Sourced by the benchmarks: builds the application with bench/'s endpoints, starts it on a folder of its own, and stops it at the end.
# Nothing is shed, so the benchmarks measure pings that are judged and stored.
PORT=${PORT:-18080}; BASE=http://localhost:$PORT; TOKEN=bench-token
WORK=$(mktemp -d); trap stop EXIT
JAVA_BIN=${JAVA_HOME:+$JAVA_HOME/bin/}java
CLIENT=("$JAVA_BIN" -Xmx256m -cp "target/quarkus-app/app/*:target/quarkus-app/lib/main/*:target/quarkus-app/lib/boot/*")
build() { [ -n "${SKIP_BUILD:-}" ] || ./mvnw -q -B -Pbench -DskipTests package; }
# Stores the time until it is ready in READY_MILLIS.
start() {
  local from; from=$(date +%s%3N)
  FORTYEIGHT_DATA=$WORK/data FORTYEIGHT_ADMIN_TOKEN=$TOKEN FORTYEIGHT_PROXIES_TRUSTED=127.0.0.1,::1 \
  FORTYEIGHT_SHED_NETWORK_PER_MINUTE=0 FORTYEIGHT_SHED_FROZEN_VISITOR_PER_MINUTE=0 FORTYEIGHT_LINKS_NETWORK_PER_MINUTE=0 \
  QUARKUS_HTTP_PORT=$PORT \
    "$JAVA_BIN" ${JAVA_OPTIONS:--Xmx512m} -jar target/quarkus-app/quarkus-run.jar > "$WORK/application.log" 2>&1 &
  APPLICATION=$!
  while kill -0 "$APPLICATION" && [ $(($(date +%s%3N) - from)) -lt 60000 ]; do
    # Checking only whether the port is open takes hardly any processor time from the start.
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
# Creates a contest with four campaigns. Arguments: preset; slug and opening, if not "bench" from now on.
contest() {
  local slug=${2:-bench} opening=${3:-now}
  post /api/contests '{"slug":"'"$slug"'","name":"Bench","zone":"UTC","opensAt":"'"$(date -u -d "$opening" +%Y-%m-%dT%H:%M:%S)"'","rules":{"preset":"'"$1"'"}}'
  for c in 1 2 3 4; do post "/api/contests/$slug/campaigns" '{"slug":"c'$c'","title":"Campaign '$c'","pageUrl":"https://c'$c'.example/"}'; done
}
# Prints the codes of a thousand share links of as many visitors, in turn for each campaign from the second on.
links() {
  for v in $(seq 1000); do
    printf 'next\nurl = "%s/api/links"\nheader = "Content-Type: application/json"\ndata = "%s"\n' "$BASE" \
      '{\"contest\":\"'"${1:-bench}"'\",\"campaign\":\"c'$((v % 4 + 1))'\",\"platform\":\"copy\",\"visitor\":\"visitor-'"$v"'\"}'
  done | tail -n +2 | curl -sf -K - | jq -r .code
}
# Prints pings a second, p50 and p99 in ms, and the number of answers other than 202, in a closed loop. Arguments: path, connections, seconds.
measure() { BENCH_PATH=$1 load bench/pings.lua "$2" "$3"; }
# The same for any wrk script. Arguments: script, connections, seconds.
load() { wrk -t1 -c"$2" -d"${3}s" --latency -s "$1" "$BASE" | awk '/^RESULT/ {print $2, $3, $4, $5}'; }
# Checks that what was measured is also correct.
check() {
  local from; from=$(date +%s%3N)
  curl -sf -X POST -H "Authorization: Bearer $TOKEN" "$BASE/api/contests/${1:-bench}/recount" |
    jq -r --argjson from "$from" '"recount of \(.pings) pings agrees: \(.agrees), \(.pings / (now * 1000 - $from) * 1000 | floor) pings/s"'
  grep -E " (WARN|ERROR) " "$WORK/application.log" | head -5 || true
}
