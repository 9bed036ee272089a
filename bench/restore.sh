#!/usr/bin/env bash
# Backs up a database under load in two ways, destroys it, restores both backups, and reports which pings survived.
# Usage: bench/restore.sh        Needs: curl, jq; PostgreSQL's programs in PG_BIN. As root, it runs them as the user postgres.
set -euo pipefail
cd "$(dirname "$0")/.."
source bench/application.sh
[ -n "${SKIP_BUILD:-}" ] || ./mvnw -q -B -DskipTests package
PG_BIN=${PG_BIN:-/usr/lib/postgresql/15/bin}; DATABASE_PORT=${DATABASE_PORT:-15433}
chmod 711 "$WORK"; PG=$WORK/pg; mkdir -p "$PG/archive"
as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
[ "$(id -u)" != 0 ] || chown -R postgres "$PG"
pg() { as env PGHOST=localhost PGPORT="$DATABASE_PORT" PGUSER=postgres "$PG_BIN/$1" "${@:2}"; }
sql() { pg psql -qAtX -d fortyeight -c "$1"; }
up() { as "$PG_BIN/pg_ctl" -D "$1" -w -l "$PG/log" -o "-p $DATABASE_PORT -k $PG" start > /dev/null; }
down() { as "$PG_BIN/pg_ctl" -D "$1" -w -m "${2:-fast}" stop > /dev/null; }
trap 'kill -9 "${APPLICATION:-}" 2> /dev/null || true; APPLICATION=; for d in live dumped based; do down "$PG/$d" immediate 2> /dev/null || true; done; stop' EXIT
export QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://localhost:$DATABASE_PORT/fortyeight QUARKUS_DATASOURCE_USERNAME=postgres

# Sends pings $1 to $2, each from a different visitor and with an id; prints the answers, one per line.
pings() {
  for i in $(seq "$1" "$2"); do
    [ "$i" = "$1" ] || echo next
    printf 'url = "%s/api/pings"\nuser-agent = "Mozilla/5.0"\nheader = "Content-Type: application/json"\nwrite-out = "\\n"\nsilent\n' "$BASE"
    printf 'data = "{\\"contest\\":\\"bench\\",\\"campaign\\":\\"c1\\",\\"kind\\":\\"view\\",\\"visitor\\":\\"v%s\\",\\"id\\":\\"00000000-0000-4000-8000-%012d\\"}"\n' "$i" "$i"
  done | curl -s -K -
}
counted() { curl -sf "$BASE/api/contests/bench/leaderboard" | jq .standings[0].counted; }
shown() {
  echo "  shows $(counted) counted; $(check bench | sed 's/, [0-9]* pings.s$//')"
  echo "  last sequence $(sql 'SELECT last_sequence FROM ledger_partition'), epoch $(sql 'SELECT epoch FROM writer')"
}

as "$PG_BIN/initdb" -D "$PG/live" -U postgres -A trust > /dev/null
printf "archive_mode = on\narchive_command = 'cp %%p $PG/archive/%%f'\n" | as tee -a "$PG/live/postgresql.conf" > /dev/null
up "$PG/live"; pg createdb fortyeight
start; contest raw bench
pings 1 500 > "$WORK/first"
# Takes both backups while pings arrive.
pings 501 1000 > "$WORK/during" & sender=$!
pg pg_dump -Fc -d fortyeight -f "$PG/dump"
pg pg_basebackup -D "$PG/based" -X stream -c fast
wait "$sender"
sql 'SELECT pg_switch_wal()' > /dev/null
pings 1001 1200 > "$WORK/last"
echo "acknowledged: $(cat "$WORK"/{first,during,last} | grep -c receipt); last receipt $(jq -r .receipt "$WORK/last" | tail -1)"
end=$(sql 'SELECT last_sequence FROM ledger_partition'); echo "before the loss: sequence $end"
kill -9 "$APPLICATION"; wait "$APPLICATION" 2> /dev/null || true; APPLICATION=
down "$PG/live" immediate

echo "restored from pg_dump:"
as "$PG_BIN/initdb" -D "$PG/dumped" -U postgres -A trust > /dev/null
up "$PG/dumped"; pg createdb fortyeight; pg pg_restore -d fortyeight --exit-on-error "$PG/dump"
start; shown
echo "sent again, all 1200, with the same ids:"
pings 1 1200 > "$WORK/again"; shown
echo "  verdicts: $(jq -r '.reason // .verdict' "$WORK/again" | sort | uniq -c | xargs)"
cat "$WORK"/{first,during,last} | jq -r .receipt | sort > "$WORK/given"; jq -r .receipt "$WORK/again" | sort > "$WORK/given-again"
echo "  receipts given before and again: $(comm -12 "$WORK/given" "$WORK/given-again" | wc -l)"
end; down "$PG/dumped"

echo "restored from pg_basebackup and archived WAL (the last segment was not archived):"
printf "restore_command = 'cp $PG/archive/%%f %%p'\narchive_mode = off\n" | as tee -a "$PG/based/postgresql.conf" > /dev/null
as touch "$PG/based/recovery.signal"; up "$PG/based"
until [ "$(sql 'SELECT pg_is_in_recovery()')" = f ]; do sleep 0.1; done
start; shown

echo "restored from pg_dump under a running application:"
pings 1301 1310 > /dev/null
pg pg_dump -Fc -d fortyeight -f "$PG/dump2"
pings 1311 1320 > /dev/null; echo "  sequence before $(sql 'SELECT last_sequence FROM ledger_partition')"
sql "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = 'fortyeight'" > /dev/null
pg psql -qAtX -d postgres -c 'DROP DATABASE fortyeight WITH (FORCE)' -c 'CREATE DATABASE fortyeight'
pg pg_restore -d fortyeight --exit-on-error "$PG/dump2"
until curl -sf -o /dev/null "$BASE/q/health/ready"; do sleep 0.1; done
pings 1321 1330 | tail -1; shown
end

echo "a copy of the stopped application's data folder, with the embedded PostgreSQL in it:"
unset QUARKUS_DATASOURCE_JDBC_URL QUARKUS_DATASOURCE_USERNAME
start; contest raw bench; pings 1 100 > /dev/null; end
cp -a "$WORK/data" "$WORK/copy"; rm -rf "$WORK/data"; mv "$WORK/copy" "$WORK/data"
start; echo "  shows $(counted) counted; $(check bench | sed 's/, [0-9]* pings.s$//')"; end
