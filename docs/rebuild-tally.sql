-- Rebuilds a held contest's sums from its ledger:
--   psql -v contest=SLUG -f docs/rebuild-tally.sql
-- For a close that is held because sums differ and nothing else: where entries are missing or their verdicts differ, the
-- ledger itself is wrong, and only a restore helps. See docs/operations.md. Pings of all contests wait while it runs.
BEGIN;
-- No batch is written meanwhile.
SELECT epoch FROM writer WHERE partition = 0 FOR UPDATE;
CREATE TEMPORARY TABLE rebuilt ON COMMIT DROP AS
    SELECT p.id FROM ledger_partition AS p JOIN contest AS c ON c.id = p.contest_id
    WHERE c.slug = :'contest' AND c.state = 'held' AND p.state IN ('live', 'done');
DELETE FROM tally WHERE partition_id IN (SELECT id FROM rebuilt);
DELETE FROM tally_minute WHERE partition_id IN (SELECT id FROM rebuilt);
INSERT INTO tally (partition_id, campaign, kind, verdict, count, last_received_at)
    SELECT partition_id, campaign, kind, replace(verdict::text, 'F', 'f')::"char" AS tallied, count(*), max(received_at)
    FROM ledger WHERE partition_id IN (SELECT id FROM rebuilt)
    GROUP BY partition_id, campaign, kind, tallied;
INSERT INTO tally_minute (partition_id, minute, campaign, kind, verdict, count, last_received_at)
    SELECT partition_id, floor(received_at / 60000.0)::integer AS minute, campaign,
        (CASE kind WHEN 'v' THEN 'v' ELSE 's' END)::"char" AS plain, replace(verdict::text, 'F', 'f')::"char" AS tallied,
        count(*), max(received_at)
    FROM ledger WHERE partition_id IN (SELECT id FROM rebuilt)
    GROUP BY partition_id, minute, campaign, plain, tallied;
-- Credit to share links is given anew by itself, from the first entry on.
DELETE FROM ledger_credit WHERE partition_id IN (SELECT id FROM rebuilt);
DELETE FROM credit_link WHERE partition_id IN (SELECT id FROM rebuilt);
DELETE FROM share_tree WHERE partition_id IN (SELECT id FROM rebuilt);
DELETE FROM credit_minute WHERE partition_id IN (SELECT id FROM rebuilt);
DELETE FROM credit_age WHERE partition_id IN (SELECT id FROM rebuilt);
DELETE FROM credit_progress WHERE partition_id IN (SELECT id FROM rebuilt);
COMMIT;
