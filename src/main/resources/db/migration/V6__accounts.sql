-- Who signs in, who is signed in, who tries too often, and what people did.

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
    sha256       bytea          PRIMARY KEY CHECK (length(sha256) = 32),
    user_id      integer        REFERENCES account_user ON DELETE CASCADE,
    token_id     integer        REFERENCES access_token ON DELETE CASCADE,
    created_at   timestamptz(3) NOT NULL,
    used_at      timestamptz(3) NOT NULL,
    CHECK (num_nonnulls(user_id, token_id) = 1)
);
COMMENT ON TABLE account_session IS 'The name, the role and whether they still hold are looked up at each request.';
COMMENT ON COLUMN account_session.used_at IS 'To the minute: not every request writes.';
CREATE INDEX account_session_user ON account_session (user_id);

CREATE TABLE sign_in_attempt (
    key      bytea          PRIMARY KEY,
    attempts integer        NOT NULL,
    until    timestamptz(3) NOT NULL
);
COMMENT ON COLUMN sign_in_attempt.key IS 'HMAC of a name, of a network or of both, with a key from outside the database.';
CREATE INDEX sign_in_attempt_until ON sign_in_attempt (until);

CREATE TABLE audit_action (
    id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at      timestamptz(3) NOT NULL,
    actor   text           NOT NULL,
    kind    text           NOT NULL CHECK (kind IN ('user', 'token')),
    role    text           NOT NULL,
    method  text           NOT NULL,
    path    text           NOT NULL,
    contest text,
    details text           NOT NULL
);
COMMENT ON TABLE audit_action IS 'Written before the action: one without an outcome may or may not have happened.';
CREATE INDEX audit_action_contest ON audit_action (contest, id) WHERE contest IS NOT NULL;

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
