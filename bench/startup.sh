#!/usr/bin/env bash
# Measures the time from exec to readiness on a running PostgreSQL that has the schema; then a million remembered visitors in a small heap.
# Usage: bench/startup.sh [runs]        Needs: wrk, jq, curl, psql.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-7}
source bench/application.sh; source bench/fill.sh
build
DATABASE_PORT=${DATABASE_PORT:-15432}
"${CLIENT[@]}" io.fortyeight.bench.Database "$WORK/database" "$DATABASE_PORT" > "$WORK/database.log" 2>&1 &
database=$!
trap '[ -z "${APPLICATION:-}" ] || end; kill $database; wait $database || true; stop' EXIT
until sql -c 'SELECT 1' > /dev/null 2>&1; do kill -0 "$database" || { cat "$WORK/database.log"; exit 1; }; sleep 0.1; done
export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://localhost:$DATABASE_PORT/postgres QUARKUS_DATASOURCE_USERNAME=postgres
cpu_millis() { awk -v hertz="$(getconf CLK_TCK)" '{print int(($14 + $15) * 1000 / hertz)}' "/proc/$APPLICATION/stat"; }
start; echo "first start, makes the schema: ready after $READY_MILLIS ms"
contest fair-48h many '46 hours ago'; contest fair-48h bench; end
starts() {
  for run in $(seq "$runs"); do start; echo "$READY_MILLIS $(cpu_millis)"; end; done | tee "$WORK/starts" | awk '{printf "ready after %d ms, of processor time %d ms\n", $1, $2}'
  sort -n "$WORK/starts" | awk '{v[NR] = $1} END {printf "median %d ms (%d to %d)\n", v[int((NR + 1) / 2)], v[1], v[NR]}'
}
starts
# The JVM's archive of loaded classes, as in docs/settings.md: one run creates it, the following runs use it.
JAVA_OPTIONS="-Xmx512m -XX:ArchiveClassesAtExit=$WORK/classes.jsa"; start; end
echo "with an archive of classes"; JAVA_OPTIONS="-Xmx512m -XX:SharedArchiveFile=$WORK/classes.jsa"; starts
JAVA_OPTIONS=-Xmx512m
start; import many 1000000 1000000 PT40M PT1S; adopt many; end
start; echo "with a million visitors to read back: ready after $READY_MILLIS ms; heap $(heap) MiB of 512"
grep -o "Contest many: read back.*" "$WORK/application.log"
for i in 1 2 3; do BENCH_CONTEST=many measure /api/pings 128 4; done | awk '{printf "under load: %d pings/s, p50 %s ms, p99 %s ms, other answers %d\n", $1, $2, $3, $4}'
echo "heap after it $(heap) MiB of 512"
check many
