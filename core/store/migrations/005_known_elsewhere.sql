-- What other devices may have of a delta that was added to before it was sent again, values left
-- out: what is not in it is only here. NULL: they may have all of it, if it was sealed before.
ALTER TABLE outbox ADD COLUMN elsewhere BLOB;
