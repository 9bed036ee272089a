-- What became of each step of a close, and what people decided about it.

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
    'The last attempt at each step of a close. Tells; decides nothing: the state in contest does.';
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
