-- A nickname is taken once in a contest, however it is written.
ALTER TABLE supporter ADD COLUMN nickname_key text;
ALTER TABLE supporter ADD UNIQUE (contest_id, nickname_key);
COMMENT ON COLUMN supporter.nickname_key IS 'The nickname without regard to case and width (NFKC): made by the application, for collations differ.';
