-- Share links and what they bring. Which view is credited to which link follows from the ledger and from share_link alone:
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

CREATE INDEX ledger_via_link ON ledger_via (partition_id, via);

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
COMMENT ON COLUMN credit_link.parent_id IS 'The link that had brought the sharer; null when none had, or when nobody was brought yet.';
COMMENT ON COLUMN credit_link.generation IS 'The sharer''s, 0 for who was brought by nobody; null when nobody was brought yet.';

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

CREATE TABLE supporter (
    id         integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    contest_id integer NOT NULL REFERENCES contest,
    visitor    uuid    NOT NULL,
    nickname   text,
    is_hidden  boolean NOT NULL DEFAULT false,
    is_renamed boolean NOT NULL DEFAULT false,
    UNIQUE (contest_id, visitor)
);
COMMENT ON TABLE supporter IS 'Sharers who have a nickname on the supporters'' board, or whom the organizer has hidden.';
COMMENT ON COLUMN supporter.is_renamed IS 'By the organizer: the supporter can''t choose another nickname then.';

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
COMMENT ON COLUMN share_text.language IS 'Its tag, for instance en: one of those of the application''s languages.';
