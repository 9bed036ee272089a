-- Contests that only try out the close of another one, and what came of it.

ALTER TABLE contest ADD COLUMN rehearsal_of integer REFERENCES contest;
COMMENT ON COLUMN contest.rehearsal_of IS 'The contest that this one rehearses: made-up traffic, in no list.';

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
