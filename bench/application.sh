# Nothing is shed: what is measured is pings that are judged and stored.
# Sourced by the benchmarks: builds the application with bench/'s endpoints, starts it on a folder of its own, stops it at the end.
PORT=${PORT:-18080}; BASE=http://localhost:$PORT; TOKEN=bench-token
WORK=$(mktemp -d); trap stop EXIT
JAVA_BIN=${JAVA_HOME:+$JAVA_HOME/bin/}java
build() { [ -n "${SKIP_BUILD:-}" ] || ./mvnw -q -B -Pbench -DskipTests package; }
start() {
  FORTYEIGHT_DATA=$WORK/data FORTYEIGHT_ADMIN_TOKEN=$TOKEN FORTYEIGHT_PROXIES_TRUSTED=127.0.0.1,::1 \
  FORTYEIGHT_SHED_NETWORK_PER_MINUTE=0 FORTYEIGHT_SHED_FROZEN_VISITOR_PER_MINUTE=0 QUARKUS_HTTP_PORT=$PORT \
    "$JAVA_BIN" ${JAVA_OPTIONS:--Xmx512m} -jar target/quarkus-app/quarkus-run.jar > "$WORK/application.log" 2>&1 &
  APPLICATION=$!
  for _ in $(seq 100); do curl -sf -o /dev/null "$BASE/q/health/ready" && return; sleep 0.3; done
  cat "$WORK/application.log"; exit 1
}
stop() { [ -z "${APPLICATION:-}" ] || { kill "$APPLICATION"; wait "$APPLICATION" || true; }; rm -rf "$WORK"; }
post() { curl -sf -o /dev/null -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' "$BASE$1" -d "$2"; }
contest() {
  post /api/contests '{"slug":"bench","name":"Bench","zone":"UTC","opensAt":"'"$(date -u +%Y-%m-%dT%H:%M:%S)"'","rules":{"preset":"'"$1"'"}}'
  for c in 1 2 3 4; do post /api/contests/bench/campaigns '{"slug":"c'$c'","title":"Campaign '$c'","pageUrl":"https://c'$c'.example/"}'; done
}
# What was measured must also be right.
check() {
  curl -sf -X POST -H "Authorization: Bearer $TOKEN" "$BASE/api/contests/bench/recount" |
    jq -r '"recount of \(.pings) pings agrees: \(.agrees)"'
  grep -E " (WARN|ERROR) " "$WORK/application.log" | head -5 || true
}
