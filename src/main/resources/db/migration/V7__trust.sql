-- Who is behind a campaign, whether its links work, and what is to be won.

ALTER TABLE contest ADD COLUMN requires_trust boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN contest.requires_trust IS 'Whether a campaign competes only once its trust card is complete.';

ALTER TABLE campaign ADD COLUMN is_trust_complete boolean NOT NULL DEFAULT false;

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
COMMENT ON COLUMN trust_link.next_check_at IS 'Moved on when a check begins: one that dies is made again, and two instances share the work.';
