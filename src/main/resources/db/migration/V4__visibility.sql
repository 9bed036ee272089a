-- What may be seen of a contest, and when: chosen by its organizer before it opens.

ALTER TABLE contest
    ADD COLUMN publishes text NOT NULL DEFAULT 'certified' CHECK (publishes IN ('certified', 'announced')),
    ADD COLUMN blackout_millis bigint CHECK (blackout_millis > 0),
    ADD CONSTRAINT contest_announced_later
        CHECK (publishes = 'certified' OR (announces_at IS NOT NULL AND announces_at > closes_at));
COMMENT ON COLUMN contest.publishes IS
    'From when on the certified result is shown: once it is certified, or not before announces_at.';
COMMENT ON COLUMN contest.blackout_millis IS
    'The length of the last part of the window that stays hidden until the result is shown; null for none.';
