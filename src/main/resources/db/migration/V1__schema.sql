-- The schema. Instants are timestamptz(3) where people look at them and epoch milliseconds (bigint) where every ping passes;
-- see docs/adr/0004.

-- 1. Installation and access.

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

CREATE TABLE account_user (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name        text           NOT NULL UNIQUE CHECK (name = lower(name) AND name <> 'admin'),
    role        text           NOT NULL CHECK (role IN ('admin', 'organizer', 'ops', 'auditor')),
    password    text           NOT NULL,
    created_at  timestamptz(3) NOT NULL,
    disabled_at timestamptz(3)
);
COMMENT ON COLUMN account_user.name IS 'Not "admin": that one signs in with an administrator''s token.';
COMMENT ON COLUMN account_user.password IS 'bcrypt, in modular crypt format.';

CREATE TABLE account_session (
    sha256     bytea          PRIMARY KEY CHECK (length(sha256) = 32),
    user_id    integer        REFERENCES account_user ON DELETE CASCADE,
    token_id   integer        REFERENCES access_token ON DELETE CASCADE,
    name       text,
    role       text           CHECK (role IN ('admin', 'organizer', 'ops', 'auditor')),
    created_at timestamptz(3) NOT NULL,
    used_at    timestamptz(3) NOT NULL,
    CHECK (num_nonnulls(user_id, token_id, name) = 1 AND (name IS NULL) = (role IS NULL))
);
COMMENT ON TABLE account_session IS 'The name, the role and whether they still hold are looked up at each request.';
COMMENT ON COLUMN account_session.used_at IS 'To the minute: not every request writes.';
CREATE INDEX account_session_user ON account_session (user_id);
COMMENT ON COLUMN account_session.name IS 'Of somebody whom their organization has signed in; others'' are looked up.';

CREATE TABLE sign_in_attempt (
    key      bytea          PRIMARY KEY,
    attempts integer        NOT NULL,
    until    timestamptz(3) NOT NULL
);
COMMENT ON COLUMN sign_in_attempt.key IS 'HMAC of a name, of a network or of both, with a key from outside the database.';
CREATE INDEX sign_in_attempt_until ON sign_in_attempt (until);

-- 2. Contests and campaigns.

CREATE TABLE contest (
    id              integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    uid             uuid           NOT NULL DEFAULT gen_random_uuid(),
    slug            text           NOT NULL UNIQUE,
    name            text           NOT NULL,
    zone            text           NOT NULL,
    opens_at        timestamptz(3) NOT NULL,
    closes_at       timestamptz(3) NOT NULL,
    announces_at    timestamptz(3),
    length_millis   bigint         CHECK (length_millis > 0),
    publishes       text           NOT NULL DEFAULT 'certified' CHECK (publishes IN ('certified', 'announced')),
    blackout_millis bigint         CHECK (blackout_millis > 0),
    rules           text           NOT NULL,
    rules_hash      text,
    state           text           NOT NULL
        CHECK (state IN ('scheduled', 'open', 'closing', 'held', 'certified', 'announced')),
    held_reason     text,
    past            boolean        NOT NULL,
    requires_trust  boolean        NOT NULL DEFAULT false,
    secret          bytea,
    created_at      timestamptz(3) NOT NULL,
    edits           integer        NOT NULL DEFAULT 0,
    edited_at       timestamptz(3),
    certified_at    timestamptz(3),
    rehearsal_of    integer        REFERENCES contest,
    CHECK (opens_at < closes_at),
    CHECK (state <> 'held' OR held_reason IS NOT NULL),
    CHECK (state IN ('scheduled') OR rules_hash IS NOT NULL),
    CHECK (state NOT IN ('certified', 'announced') OR certified_at IS NOT NULL),
    CONSTRAINT contest_announced_later
        CHECK (publishes = 'certified' OR (announces_at IS NOT NULL AND announces_at > closes_at))
);
COMMENT ON COLUMN contest.length_millis IS
    'Set when the organizer stated the end as a duration: it goes along when the opening is moved.';
COMMENT ON COLUMN contest.rules IS 'The rules card in canonical JSON (RFC 8785).';
COMMENT ON COLUMN contest.rules_hash IS 'SHA-256 of the card, in hex; set when the window opens, then never changed.';
COMMENT ON COLUMN contest.past IS 'Created after its own closes_at, for imports: closes only when asked.';
COMMENT ON COLUMN contest.secret IS 'Key of the visitor and network pseudonyms, wrapped; null once destroyed.';
COMMENT ON COLUMN contest.uid IS 'Names the contest in calendars and feeds, unlike any other anywhere.';
COMMENT ON COLUMN contest.edits IS 'How often it was edited: the SEQUENCE of its calendar.';
COMMENT ON COLUMN contest.publishes IS
    'From when on the certified result is shown: once it is certified, or not before announces_at.';
COMMENT ON COLUMN contest.blackout_millis IS
    'The length of the last part of the window that stays hidden until the result is shown; null for none.';
COMMENT ON COLUMN contest.rehearsal_of IS 'The contest that this one rehearses: made-up traffic, in no list.';
COMMENT ON COLUMN contest.requires_trust IS 'Whether a campaign competes only once its trust card is complete.';

CREATE TABLE campaign (
    id                integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contest_id        integer        NOT NULL REFERENCES contest,
    number            smallint       NOT NULL,
    slug              text           NOT NULL,
    title             text           NOT NULL,
    page_url          text           NOT NULL,
    origins           text[]         NOT NULL,
    is_trust_complete boolean        NOT NULL DEFAULT false,
    created_at        timestamptz(3) NOT NULL,
    UNIQUE (contest_id, slug),
    UNIQUE (contest_id, number)
);
COMMENT ON COLUMN campaign.number IS 'Stands for the campaign in ledger and tally; 0, 1, 2 ... within its contest.';

-- 3. Trust: who is behind a campaign, whether its links work, and what is to be won.

CREATE TABLE trust_edition (
    contest_id integer        NOT NULL,
    campaign   smallint       NOT NULL,
    version    integer        NOT NULL,
    edited_at  timestamptz(3) NOT NULL,
    edited_by  text           NOT NULL,
    body       text           NOT NULL,
    PRIMARY KEY (contest_id, campaign, version),
    FOREIGN KEY (contest_id, campaign) REFERENCES campaign (contest_id, number)
);
COMMENT ON TABLE trust_edition IS 'Append-only: every edition of a campaign''s trust card, as JSON; the last one holds.';

CREATE TABLE prizes_edition (
    contest_id integer        NOT NULL REFERENCES contest,
    version    integer        NOT NULL,
    edited_at  timestamptz(3) NOT NULL,
    edited_by  text           NOT NULL,
    body       text           NOT NULL,
    PRIMARY KEY (contest_id, version)
);
COMMENT ON TABLE prizes_edition IS 'Append-only: every edition of a contest''s prizes, as JSON; the last one holds.';

CREATE TABLE trust_link (
    contest_id    integer        NOT NULL,
    campaign      smallint       NOT NULL,
    url           text           NOT NULL,
    state         text           NOT NULL CHECK (state IN ('unchecked', 'works', 'broken')),
    status        integer,
    failures      integer        NOT NULL DEFAULT 0,
    checked_at    timestamptz(3),
    next_check_at timestamptz(3) NOT NULL,
    PRIMARY KEY (contest_id, campaign, url),
    FOREIGN KEY (contest_id, campaign) REFERENCES campaign (contest_id, number)
);
CREATE INDEX trust_link_due ON trust_link (next_check_at);
COMMENT ON TABLE trust_link IS 'The links of each trust card in force, and what the last checks found.';
COMMENT ON COLUMN trust_link.failures IS 'In a row.';
COMMENT ON COLUMN trust_link.next_check_at IS 'Moved on when a check begins: a check that dies is made again, and two instances share the work.';

-- 4. The ledger and its writer.

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

CREATE VIEW counted_partition AS
SELECT id, contest_id, partition, last_sequence FROM ledger_partition WHERE state IN ('live', 'done');
COMMENT ON VIEW counted_partition IS 'The partitions that count: live ones, and imports that are done.';

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
CREATE INDEX ledger_via_link ON ledger_via (partition_id, via);

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

-- 5. Sums that are written along with the ledger.

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

-- 6. Share links and what they bring. Which view is credited to which link follows from the ledger and from share_link alone:
-- every sum here is written behind the ledger, by whoever writes it, and a recount must give the same. See docs/sharing.md.

CREATE TABLE share_link (
    id         bigint   GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code       text     NOT NULL COLLATE "C" UNIQUE CHECK (length(code) BETWEEN 8 AND 10),
    contest_id integer  NOT NULL REFERENCES contest,
    campaign   smallint NOT NULL,
    platform   "char"   NOT NULL,
    sharer     uuid     NOT NULL,
    created_at bigint   NOT NULL,
    UNIQUE (contest_id, campaign, sharer, platform)
);
COMMENT ON TABLE share_link IS 'One for each visitor, campaign and platform; never changed.';
COMMENT ON COLUMN share_link.code IS 'Random; says nothing about the sharer.';
COMMENT ON COLUMN share_link.platform IS 'A to Z, as the ledger''s kind of a share.';
COMMENT ON COLUMN share_link.sharer IS 'The visitor''s pseudonym, as in the ledger; never published with the code.';
COMMENT ON COLUMN share_link.created_at IS 'Epoch milliseconds.';

CREATE TABLE credit_progress (
    partition_id integer PRIMARY KEY REFERENCES ledger_partition,
    sequence     bigint  NOT NULL
) WITH (fillfactor = 10);
COMMENT ON TABLE credit_progress IS
    'Up to which entry credit is given. Apart from ledger_partition, whose rows each batch of pings locks.';

CREATE TABLE ledger_credit (
    sequence     bigint  NOT NULL,
    link_id      bigint  NOT NULL,
    partition_id integer NOT NULL,
    PRIMARY KEY (partition_id, sequence)
);
COMMENT ON TABLE ledger_credit IS 'To which link a view is credited, counted or not; part of the ledger.';

CREATE TABLE credit_link (
    link_id      bigint   NOT NULL REFERENCES share_link,
    visits       bigint   NOT NULL,
    visitors     bigint   NOT NULL,
    counted      bigint   NOT NULL,
    discounted   bigint   NOT NULL,
    own          bigint   NOT NULL,
    loops        bigint   NOT NULL,
    robots       bigint   NOT NULL,
    parent_id    bigint,
    partition_id integer  NOT NULL REFERENCES ledger_partition,
    generation   smallint,
    PRIMARY KEY (partition_id, link_id)
) WITH (fillfactor = 70);
CREATE INDEX credit_link_link ON credit_link (link_id);
COMMENT ON TABLE credit_link IS 'What a link brought.';
COMMENT ON COLUMN credit_link.visits IS 'Views that carry the link, counted or not; without robots, own views and loops.';
COMMENT ON COLUMN credit_link.visitors IS 'Visitors whom the link brought into the share tree.';
COMMENT ON COLUMN credit_link.counted IS 'Counted views credited to the link, with it or later.';
COMMENT ON COLUMN credit_link.discounted IS 'Discounted views credited to the link.';
COMMENT ON COLUMN credit_link.own IS 'Views that the sharer''s own following gave: no credit.';
COMMENT ON COLUMN credit_link.loops IS 'Views by those who had brought the sharer, near or far: no credit.';
COMMENT ON COLUMN credit_link.parent_id IS 'The link that had brought the sharer; null when none had, or when the link has brought nobody yet.';
COMMENT ON COLUMN credit_link.generation IS 'The sharer''s, 0 for a sharer whom nobody brought; null when the link has brought nobody yet.';

CREATE TABLE share_tree (
    partition_id integer  NOT NULL REFERENCES ledger_partition,
    hour         integer  NOT NULL,
    campaign     smallint NOT NULL,
    generation   smallint NOT NULL,
    platform     "char"   NOT NULL,
    visitors     bigint   NOT NULL,
    visits       bigint   NOT NULL,
    counted      bigint   NOT NULL,
    discounted   bigint   NOT NULL,
    PRIMARY KEY (partition_id, campaign, generation, platform, hour)
) WITH (fillfactor = 50);
COMMENT ON TABLE share_tree IS 'Who brought whom, as sums.';
COMMENT ON COLUMN share_tree.hour IS 'Hours since the epoch: of a visitor''s first counted ping, of a view.';
COMMENT ON COLUMN share_tree.generation IS
    '0: visitors whom nobody brought. Others: one more than the sharer''s; 100 stands for all from 100 on.';
COMMENT ON COLUMN share_tree.platform IS 'The link''s, A to Z; v in generation 0.';

CREATE TABLE credit_minute (
    partition_id     integer  NOT NULL REFERENCES ledger_partition,
    minute           integer  NOT NULL,
    campaign         smallint NOT NULL,
    count            bigint   NOT NULL,
    last_received_at bigint   NOT NULL,
    PRIMARY KEY (partition_id, minute, campaign)
) WITH (fillfactor = 50);
COMMENT ON TABLE credit_minute IS 'Counted views credited to any link, by minutes since the epoch: for the score.';

CREATE TABLE credit_age (
    partition_id integer  NOT NULL REFERENCES ledger_partition,
    minutes      integer  NOT NULL,
    campaign     smallint NOT NULL,
    platform     "char"   NOT NULL,
    visits       bigint   NOT NULL,
    PRIMARY KEY (partition_id, campaign, platform, minutes)
) WITH (fillfactor = 50);
COMMENT ON TABLE credit_age IS 'Visits by the age of their link: for half-lives.';
COMMENT ON COLUMN credit_age.minutes IS 'Whole minutes since the link was made; 0 for visits before it (imports).';

-- 7. Supporters and what their shares say.

CREATE TABLE supporter (
    id           integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contest_id   integer NOT NULL REFERENCES contest,
    visitor      uuid    NOT NULL,
    nickname     text,
    nickname_key text,
    is_hidden    boolean NOT NULL DEFAULT false,
    is_renamed   boolean NOT NULL DEFAULT false,
    UNIQUE (contest_id, visitor),
    UNIQUE (contest_id, nickname_key)
);
COMMENT ON TABLE supporter IS 'Sharers who have a nickname on the supporters'' board, or whom the organizer has hidden.';
COMMENT ON COLUMN supporter.is_renamed IS 'By the organizer: the supporter can''t choose another nickname then.';
COMMENT ON COLUMN supporter.nickname_key IS 'The nickname without regard to case and width (NFKC): made by the application, for collations differ.';

CREATE TABLE share_text (
    contest_id integer  NOT NULL REFERENCES contest,
    campaign   smallint NOT NULL,
    language   text     NOT NULL,
    title      text,
    body       text,
    hashtags   text[]   NOT NULL DEFAULT '{}',
    PRIMARY KEY (contest_id, campaign, language)
);
COMMENT ON TABLE share_text IS 'What supporters'' shares of a campaign say, by language.';

-- 8. The close: its steps, what people decided about it, its result, and rehearsals of it.

CREATE TABLE close_step (
    contest_id  integer        NOT NULL REFERENCES contest,
    step        text           NOT NULL CHECK (step IN ('drain', 'recount', 'compare', 'certify', 'announce')),
    attempts    integer        NOT NULL,
    started_at  timestamptz(3) NOT NULL,
    finished_at timestamptz(3),
    detail      text,
    PRIMARY KEY (contest_id, step)
);
COMMENT ON TABLE close_step IS
    'The last attempt at each step of a close, for people to read. Only the state in contest decides anything.';
COMMENT ON COLUMN close_step.finished_at IS 'Null while it is under way, waits, or when its instance died in it.';

CREATE TABLE close_release (
    id          integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contest_id  integer        NOT NULL REFERENCES contest,
    released_at timestamptz(3) NOT NULL,
    released_by text           NOT NULL,
    held_reason text           NOT NULL,
    reason      text           NOT NULL
);
COMMENT ON TABLE close_release IS 'Append-only: each time that somebody let a held close try again, who, and why.';

CREATE TABLE result (
    contest_id integer PRIMARY KEY REFERENCES contest,
    body       text    NOT NULL
);
COMMENT ON TABLE result IS 'The certified result, byte for byte as published.';

CREATE TABLE rehearsal (
    id          uuid           PRIMARY KEY,
    contest_id  integer        NOT NULL REFERENCES contest,
    slug        text           NOT NULL UNIQUE,
    state       text           NOT NULL CHECK (state IN ('running', 'passed', 'failed')),
    started_at  timestamptz(3) NOT NULL,
    seen_at     timestamptz    NOT NULL,
    finished_at timestamptz(3),
    report      text           NOT NULL
);
COMMENT ON COLUMN rehearsal.contest_id IS 'The contest that is rehearsed.';
COMMENT ON COLUMN rehearsal.slug IS 'Of the contest that was made for it; it is made right after this row.';
COMMENT ON COLUMN rehearsal.seen_at IS
    'The last sign of life of the instance that runs it, by the database''s clock: without one it has failed.';
COMMENT ON COLUMN rehearsal.report IS 'JSON.';
CREATE UNIQUE INDEX rehearsal_once ON rehearsal (contest_id) WHERE state = 'running';

-- 9. Events, the endpoints that they are sent to, and what became of each delivery.

CREATE TABLE outbox (
    number      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id          uuid           NOT NULL UNIQUE,
    contest_id  integer        NOT NULL REFERENCES contest,
    type        text           NOT NULL,
    occasion    text           NOT NULL,
    occurred_at timestamptz(3) NOT NULL,
    payload     text           NOT NULL,
    is_taken    boolean        NOT NULL DEFAULT false,
    UNIQUE (contest_id, type, occasion)
);
CREATE INDEX outbox_new ON outbox (number) WHERE NOT is_taken;
COMMENT ON TABLE outbox IS 'Events, each written in the transaction of the change that it reports, and at most once.';
COMMENT ON COLUMN outbox.occasion IS
    'Distinguishes events of one type: 60, 15, 5 (contest.closing), 1, 2, 3 ... (contest.held), else empty.';
COMMENT ON COLUMN outbox.payload IS 'JSON, byte for byte as it is sent.';
COMMENT ON COLUMN outbox.is_taken IS 'Whether the deliveries of the event have been made.';

CREATE TABLE webhook (
    id          uuid           PRIMARY KEY,
    contest_id  integer        NOT NULL REFERENCES contest,
    url         text           NOT NULL,
    events      text[],
    created_at  timestamptz(3) NOT NULL,
    disabled_at timestamptz(3)
);
CREATE INDEX webhook_contest ON webhook (contest_id);
COMMENT ON COLUMN webhook.events IS 'The types that are sent; null: all.';
COMMENT ON COLUMN webhook.disabled_at IS 'When the endpoint answered 410: it wants no further events.';

CREATE TABLE webhook_secret (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    webhook_id uuid           NOT NULL REFERENCES webhook ON DELETE CASCADE,
    secret     bytea          NOT NULL,
    expires_at timestamptz(3)
);
CREATE INDEX webhook_secret_webhook ON webhook_secret (webhook_id);
COMMENT ON COLUMN webhook_secret.secret IS 'Signs deliveries; wrapped.';
COMMENT ON COLUMN webhook_secret.expires_at IS 'Null for the newest one.';

CREATE TABLE webhook_delivery (
    id              uuid           PRIMARY KEY,
    webhook_id      uuid           NOT NULL REFERENCES webhook ON DELETE CASCADE,
    event_id        uuid           NOT NULL,
    type            text           NOT NULL,
    payload         text           NOT NULL,
    state           text           NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
    tries           integer        NOT NULL,
    created_at      timestamptz(3) NOT NULL,
    pending_since   timestamptz(3) NOT NULL,
    next_attempt_at timestamptz(3),
    lease           uuid,
    leased_until    timestamptz(3),
    UNIQUE (webhook_id, event_id),
    CHECK ((state = 'pending') = (next_attempt_at IS NOT NULL))
);
CREATE INDEX webhook_delivery_due ON webhook_delivery (next_attempt_at) WHERE state = 'pending';
COMMENT ON COLUMN webhook_delivery.tries IS 'Failed attempts of the present schedule; a redelivery starts it over.';
COMMENT ON COLUMN webhook_delivery.lease IS 'Of the attempt under way; void once leased_until has passed.';

CREATE TABLE webhook_attempt (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    delivery_id     uuid           NOT NULL REFERENCES webhook_delivery ON DELETE CASCADE,
    attempted_at    timestamptz(3) NOT NULL,
    duration_millis bigint         NOT NULL,
    status          integer,
    error           text,
    answer          text
);
CREATE INDEX webhook_attempt_delivery ON webhook_attempt (delivery_id);
COMMENT ON COLUMN webhook_attempt.answer IS 'The beginning of the body that came back.';

-- 10. What people did.

CREATE TABLE audit_action (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz(3) NOT NULL,
    actor   text           NOT NULL,
    kind    text           NOT NULL CHECK (kind IN ('user', 'token', 'organization', 'nobody')),
    role    text           NOT NULL,
    method  text           NOT NULL,
    path    text           NOT NULL,
    contest text,
    details text           NOT NULL
);
COMMENT ON TABLE audit_action IS 'Written before the action: one without an outcome may or may not have happened.';
CREATE INDEX audit_action_contest ON audit_action (contest, id) WHERE contest IS NOT NULL;
COMMENT ON COLUMN audit_action.kind IS 'nobody: an attempt to sign in that failed. Who it names is not who made it.';
CREATE INDEX audit_action_nobody ON audit_action (at) WHERE kind = 'nobody';

CREATE TABLE audit_outcome (
    action_id bigint         PRIMARY KEY REFERENCES audit_action,
    at        timestamptz(3) NOT NULL,
    status    smallint       NOT NULL
);

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The audit log is only ever added to';
END
$$;
CREATE TRIGGER audit_action_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_action
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_outcome_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_outcome
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
