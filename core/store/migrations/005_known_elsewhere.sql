-- What other devices may have of a delta that was added to before it was sent again, values left
-- out: what is not in it is only here. NULL: they may have all of it, if it was sealed before.
ALTER TABLE outbox ADD COLUMN elsewhere BLOB;
-- What was added to before it left waited twice, and was taken for sent.
DELETE FROM outbox WHERE sequence IS NULL AND sealed_before = 0 AND EXISTS (
    SELECT 1 FROM outbox earlier WHERE earlier.vault = outbox.vault
    AND earlier.entity = outbox.entity AND earlier.delta = outbox.delta
    AND earlier.row < outbox.row AND earlier.sequence IS NULL AND earlier.sealed_before = 0);
