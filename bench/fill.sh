# Sourced by the benchmarks that need a large ledger. Needs psql.
sql() { psql -qAtX -v ON_ERROR_STOP=1 -h localhost -p "$DATABASE_PORT" -U postgres postgres "$@"; }
embedded_port() { DATABASE_PORT=$(sed -n 's/.*Embedded PostgreSQL runs on port \([0-9]*\),.*/\1/p' "$WORK/application.log"); }
# Imports a generated log into a contest, and waits until it is done. Arguments: contest, then those of ImportLog.
import() {
  local slug=$1 id state; shift
  id=$("${CLIENT[@]}" io.fortyeight.bench.ImportLog "$@" |
    curl -sf -T - -X POST -H "Authorization: Bearer $TOKEN" "$BASE/api/contests/$slug/imports?format=ndjson" | jq -r .id)
  until state=$(get "/api/contests/$slug/imports/$id" | jq -r .state); [ "$state" != running ]; do sleep 0.5; done
  [ "$state" = done ] || { echo "The import ended as $state"; exit 1; }
}
# Turns the one import of a contest without live pings into its live partition: an import fills the ledger many times faster than
# pings, and in the past. Rows and tallies stay as the application wrote them; it must be restarted to see them.
adopt() {
  sql -v slug="$1" <<'SQL'
BEGIN;
SELECT id AS contest FROM contest WHERE slug = :'slug' \gset
DELETE FROM import WHERE contest_id = :contest;
DELETE FROM ledger_partition WHERE contest_id = :contest AND partition = 0 AND last_sequence = 0;
UPDATE ledger_partition SET partition = 0, state = 'live' WHERE contest_id = :contest AND partition = 1000;
COMMIT;
SQL
}
# Prints the used heap in MiB after a full collection.
heap() {
  local jcmd=${JAVA_HOME:+$JAVA_HOME/bin/}jcmd
  "$jcmd" "$APPLICATION" GC.run > "$WORK/gc"
  "$jcmd" "$APPLICATION" GC.heap_info | sed -n 's/.*used \([0-9]*\)K.*/\1/p' | head -1 | awk '{printf "%.0f", $1 / 1024}'
}
