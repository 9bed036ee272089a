#!/usr/bin/env bash
# Measures what should not grow with the number of pings (time to an answer and to a leaderboard, heap, bytes a ping) and what does
# (recount, restart).
# Usage: bench/growth.sh [largest]        Needs: wrk, jq, curl, psql.
set -euo pipefail
cd "$(dirname "$0")/.."
largest=${1:-10000000}
source bench/application.sh; source bench/fill.sh
build; start
# At each size the same 50 000 pings of 10 000 visitors are within the rules' horizon.
recent=50000
for pings in 100000 1000000 10000000; do
  [ "$pings" -le "$largest" ] || break
  slug=with-$pings; from=$(date +%s%3N)
  contest fair-48h "$slug" '46 hours ago'
  import "$slug" $((pings - recent)) 10000 PT45H PT3H $recent 10000 PT20M PT1S
  echo "-- $pings pings, imported at $((pings * 1000 / ($(date +%s%3N) - from)))/s"
  embedded_port; adopt "$slug"; end; start
  echo "ready after $READY_MILLIS ms; heap $(heap) MiB"
  for i in 1 2; do BENCH_CONTEST=$slug measure /api/pings 32 3 > /dev/null; done
  "${CLIENT[@]}" io.fortyeight.bench.OpenLoop "$BASE" "$slug" 1000 64 sleep 10
  wrk -t1 -c1 -d5s --latency "$BASE/api/contests/$slug/leaderboard" |
    awk '$1 == "50%" {p50 = $2} $1 == "99%" {p99 = $2} $1 == "Requests/sec:" {print "leaderboard p50 " p50 ", p99 " p99 ", " $2 "/s with one reader"}'
  echo "heap after it $(heap) MiB"
  check "$slug"
done
bytes() { sql -c "SELECT sum(pg_total_relation_size(t::regclass)) FROM unnest('{ledger,ledger_via,tally,tally_minute}'::text[]) t"; }
rows() { sql -c "SELECT sum(last_sequence) FROM ledger_partition"; }
embedded_port; bytes0=$(bytes); rows0=$(rows)
echo "-- all together: $rows0 pings, $(awk "BEGIN {printf \"%.1f\", $bytes0 / $rows0}") bytes each"
# A million pings with ids, all within the horizon.
until [ $(($(rows) - rows0)) -ge 1000000 ]; do BENCH_CONTEST=$slug measure /api/pings 256 5 > /dev/null; done
added=$(($(rows) - rows0))
echo "-- $added more by HTTP, with ids: $(awk "BEGIN {printf \"%.1f\", ($(bytes) - $bytes0) / $added}") bytes each; heap $(heap) MiB"
end; start
echo "ready after $READY_MILLIS ms; heap $(heap) MiB"
grep "read back" "$WORK/application.log" | sed 's/.*Contest/Contest/'
check "$slug"
