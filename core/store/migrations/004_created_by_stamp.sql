-- `created` is the whole clock stamp of the first write, so that two acts within a millisecond keep
-- their order. Rows from before this step lack the last sixteen bits; forgetting what was understood
-- has all rows made anew from the log when the profile is next opened.
UPDATE entity_view SET created = created << 16;
DELETE FROM value WHERE name = 'read.understanding';
