-- The first schema. Instants are timestamptz(3) where people look at them and
-- epoch milliseconds (bigint) where every ping passes; see docs/adr/0004.

CREATE TABLE installation (
    name  text PRIMARY KEY,
    value text NOT NULL
);
COMMENT ON TABLE installation IS 'Facts about this installation, such as the check value of the wrapping key.';

CREATE TABLE access_token (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name       text           NOT NULL,
    role       text           NOT NULL CHECK (role IN ('admin', 'organizer', 'ops', 'auditor')),
    sha256     bytea          NOT NULL UNIQUE CHECK (length(sha256) = 32),
    created_at timestamptz(3) NOT NULL,
    expires_at timestamptz(3)
);
COMMENT ON TABLE access_token IS 'Bearer tokens; only their hashes.';

CREATE TABLE contest (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    slug         text           NOT NULL UNIQUE,
    name         text           NOT NULL,
    zone         text           NOT NULL,
    opens_at     timestamptz(3) NOT NULL,
    closes_at    timestamptz(3) NOT NULL,
    announces_at timestamptz(3),
    length_millis bigint CHECK (length_millis > 0),
    rules        text           NOT NULL,
    rules_hash   text,
    state        text           NOT NULL
        CHECK (state IN ('scheduled', 'open', 'closing', 'held', 'certified', 'announced')),
    held_reason  text,
    past         boolean        NOT NULL,
    secret       bytea,
    created_at   timestamptz(3) NOT NULL,
    certified_at timestamptz(3),
    CHECK (opens_at < closes_at),
    CHECK (state <> 'held' OR held_reason IS NOT NULL),
    CHECK (state IN ('scheduled') OR rules_hash IS NOT NULL),
    CHECK (state NOT IN ('certified', 'announced') OR certified_at IS NOT NULL)
);
COMMENT ON COLUMN contest.length_millis IS
    'Set when the organizer stated the end as a duration: it goes along when the opening is moved.';
COMMENT ON COLUMN contest.rules IS 'The rules card in canonical JSON (RFC 8785).';
COMMENT ON COLUMN contest.rules_hash IS 'SHA-256 of the card, in hex; set when the window opens, then never changed.';
COMMENT ON COLUMN contest.past IS 'Created after its own closes_at, for imports: closes only when asked.';
COMMENT ON COLUMN contest.secret IS 'Key of the visitor and network pseudonyms, wrapped; null once destroyed.';

CREATE TABLE campaign (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contest_id integer        NOT NULL REFERENCES contest,
    number     smallint       NOT NULL,
    slug       text           NOT NULL,
    title      text           NOT NULL,
    page_url   text           NOT NULL,
    origins    text[]         NOT NULL,
    created_at timestamptz(3) NOT NULL,
    UNIQUE (contest_id, slug),
    UNIQUE (contest_id, number)
);
COMMENT ON COLUMN campaign.number IS 'Stands for the campaign in ledger and tally; 0, 1, 2 ... within its contest.';

CREATE TABLE ledger_partition (
    id            integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contest_id    integer NOT NULL REFERENCES contest,
    partition     integer NOT NULL,
    state         text    NOT NULL CHECK (state IN ('live', 'running', 'done', 'failed')),
    last_sequence bigint  NOT NULL DEFAULT 0,
    UNIQUE (contest_id, partition)
) WITH (fillfactor = 50);
COMMENT ON TABLE ledger_partition IS
    'One ordered part of a contest''s ledger: 0 is the live one, from 1000 on each is one import. '
    'Only live and done partitions count.';

-- A row is 88 bytes with a ping id, 80 without: columns are ordered so that none is padded.
CREATE TABLE ledger (
    sequence     bigint  NOT NULL,
    received_at  bigint  NOT NULL,
    visitor      uuid    NOT NULL,
    network      bigint,
    ping_id      uuid,
    partition_id integer NOT NULL,
    campaign     smallint NOT NULL,
    kind         "char"  NOT NULL,
    verdict      "char"  NOT NULL,
    PRIMARY KEY (partition_id, sequence) WITH (fillfactor = 100)
);
COMMENT ON TABLE ledger IS 'Append-only: every accepted ping and its verdict.';
COMMENT ON COLUMN ledger.received_at IS 'Epoch milliseconds.';
COMMENT ON COLUMN ledger.visitor IS 'HMAC-SHA256 with the contest''s secret, first 128 bits.';
COMMENT ON COLUMN ledger.network IS 'HMAC-SHA256 with the contest''s secret, first 64 bits; null when unknown.';
COMMENT ON COLUMN ledger.kind IS 'v: a view; A to Z: a share, by platform in the order of the published list.';
COMMENT ON COLUMN ledger.verdict IS
    'c counted, e early, l late, b robot, f frozen, F frozen and the freeze begins, r repeat, p capped, w crowded.';

CREATE INDEX ledger_received_at ON ledger USING brin (received_at) WITH (pages_per_range = 32);

CREATE TABLE ledger_via (
    partition_id integer NOT NULL,
    sequence     bigint  NOT NULL,
    via          text    NOT NULL,
    PRIMARY KEY (partition_id, sequence)
);
COMMENT ON TABLE ledger_via IS 'Part of the ledger, apart because few pings carry one.';

CREATE TABLE tally (
    partition_id     integer  NOT NULL REFERENCES ledger_partition,
    campaign         smallint NOT NULL,
    kind             "char"   NOT NULL,
    verdict          "char"   NOT NULL,
    count            bigint   NOT NULL,
    last_received_at bigint   NOT NULL,
    PRIMARY KEY (partition_id, campaign, kind, verdict)
) WITH (fillfactor = 25);
COMMENT ON COLUMN tally.verdict IS 'As in ledger, with F folded into f.';

CREATE TABLE tally_minute (
    partition_id     integer  NOT NULL REFERENCES ledger_partition,
    minute           integer  NOT NULL,
    campaign         smallint NOT NULL,
    kind             "char"   NOT NULL,
    verdict          "char"   NOT NULL,
    count            bigint   NOT NULL,
    last_received_at bigint   NOT NULL,
    PRIMARY KEY (partition_id, minute, campaign, kind, verdict)
) WITH (fillfactor = 50);
COMMENT ON COLUMN tally_minute.minute IS 'Minutes since the epoch.';
COMMENT ON COLUMN tally_minute.kind IS 'v: views; s: shares to any platform.';

CREATE TABLE unledgered (
    contest_id integer  NOT NULL REFERENCES contest,
    campaign   smallint NOT NULL,
    minute     integer  NOT NULL,
    shed       bigint   NOT NULL,
    refused    bigint   NOT NULL,
    late       bigint   NOT NULL,
    PRIMARY KEY (contest_id, campaign, minute)
);
COMMENT ON TABLE unledgered IS
    'Pings that were answered but not recorded: shed floods (429), refused for lack of room (503), late after certification.';

CREATE TABLE writer (
    partition        integer        PRIMARY KEY,
    epoch            bigint         NOT NULL,
    batch            uuid,
    holder           text,
    backend_pid      integer,
    heartbeat_at     timestamptz    NOT NULL,
    last_received_at bigint         NOT NULL
) WITH (fillfactor = 10);
COMMENT ON TABLE writer IS 'The lease of the one writer of a live partition; every batch checks epoch and leaves its token.';
INSERT INTO writer VALUES (0, 0, NULL, NULL, NULL, now(), 0);

CREATE TABLE import (
    id              uuid           PRIMARY KEY,
    contest_id      integer        NOT NULL REFERENCES contest,
    partition_id    integer        NOT NULL UNIQUE REFERENCES ledger_partition,
    format          text           NOT NULL CHECK (format IN ('ndjson', 'combined', 'common')),
    sha256          bytea          NOT NULL CHECK (length(sha256) = 32),
    state           text           NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    failure         text,
    read            bigint         NOT NULL DEFAULT 0,
    accepted        bigint         NOT NULL DEFAULT 0,
    malformed       bigint         NOT NULL DEFAULT 0,
    malformed_lines jsonb          NOT NULL DEFAULT '[]',
    verdicts        jsonb          NOT NULL DEFAULT '{}',
    created_at      timestamptz(3) NOT NULL,
    finished_at     timestamptz(3)
);
CREATE UNIQUE INDEX import_once ON import (contest_id, sha256) WHERE state <> 'failed';

CREATE TABLE result (
    contest_id integer PRIMARY KEY REFERENCES contest,
    body       text    NOT NULL
);
COMMENT ON TABLE result IS 'The certified result, byte for byte as published.';
