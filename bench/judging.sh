#!/usr/bin/env bash
# Compares the pings a second that one thread judges by fair-48h with maps of the JDK, and measures the heap of a remembered visitor.
# Usage: bench/judging.sh [JMH options]        Needs: jq.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -n "${SKIP_BUILD:-}" ] || ./mvnw -q -B -Pbench -DskipTests package
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
classpath="target/quarkus-app/app/*:target/quarkus-app/lib/main/*"
results=$(mktemp); trap 'rm -f "$results"' EXIT
"$java" -cp "$classpath" org.openjdk.jmh.Main io.fortyeight.bench.Judging -rf json -rff "$results" "$@"
jq -r '
  def name: .benchmark | split(".") | last;
  def cpu: .secondaryMetrics | .pings.score * 1e9 / .nanos.score;
  group_by(.params.visitors | tonumber)[] | .[0].params.visitors as $visitors
  | (map(select(name == "hashMap")) | first) as $maps | (map(select(name == "judging")) | first) as $ours
  | "visitors \($visitors): \($ours.primaryMetric.score | floor) pings/s by the clock, \($ours | cpu | floor) a processor second, \(($ours | cpu) / ($maps | cpu) * 100 | floor / 100) times the maps"
' "$results"
"$java" -Xmx1g -cp "$classpath" io.fortyeight.bench.RememberedVisitors
"$java" -Xmx1g -cp "$classpath" io.fortyeight.bench.KnownVisitors
