-- People who sign in by their organization have no row of their own here, and attempts that fail have no user.

ALTER TABLE account_session
    ADD COLUMN name text,
    ADD COLUMN role text CHECK (role IN ('admin', 'organizer', 'ops', 'auditor')),
    DROP CONSTRAINT account_session_check,
    ADD CONSTRAINT account_session_check
        CHECK (num_nonnulls(user_id, token_id, name) = 1 AND (name IS NULL) = (role IS NULL));
COMMENT ON COLUMN account_session.name IS 'Of somebody whom their organization has signed in; others'' are looked up.';

ALTER TABLE audit_action
    DROP CONSTRAINT audit_action_kind_check,
    ADD CONSTRAINT audit_action_kind_check CHECK (kind IN ('user', 'token', 'organization', 'nobody'));
COMMENT ON COLUMN audit_action.kind IS 'nobody: an attempt to sign in that failed. Who it names is not who made it.';
CREATE INDEX audit_action_nobody ON audit_action (at) WHERE kind = 'nobody';
