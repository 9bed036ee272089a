-- Who is to be told of a contest: the events, the endpoints they are sent to, and what became of each delivery.

ALTER TABLE contest
    ADD COLUMN uid       uuid    NOT NULL DEFAULT gen_random_uuid(),
    ADD COLUMN edits     integer NOT NULL DEFAULT 0,
    ADD COLUMN edited_at timestamptz(3);
COMMENT ON COLUMN contest.uid IS 'Names the contest in calendars and feeds, unlike any other anywhere.';
COMMENT ON COLUMN contest.edits IS 'How often it was edited: the SEQUENCE of its calendar.';

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
COMMENT ON TABLE outbox IS 'Events, each written in the transaction of what it tells of, and at most once.';
COMMENT ON COLUMN outbox.occasion IS
    'Tells events of one type apart: 60, 15, 5 (contest.closing), 1, 2, 3 ... (contest.held), else empty.';
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
COMMENT ON COLUMN webhook.disabled_at IS 'When the endpoint said, by 410, that it wants no more.';

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
COMMENT ON COLUMN webhook_delivery.tries IS 'Failed attempts of the running schedule, which a redelivery begins anew.';
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
