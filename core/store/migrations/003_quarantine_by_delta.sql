-- Which delta waits, so that a copy that was dated again finds the early ones. Those from before
-- this step are not found, and wait for their time.
ALTER TABLE quarantine ADD COLUMN id INTEGER NOT NULL DEFAULT 0;
CREATE INDEX quarantine_by_delta ON quarantine (vault, id);
