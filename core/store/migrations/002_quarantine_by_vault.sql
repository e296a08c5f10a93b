-- A shared value and its private copy are the same delta in two vaults, and each waits on its own.
CREATE TABLE quarantine_by_vault (
    number INTEGER PRIMARY KEY,
    vault INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    delta BLOB NOT NULL,
    UNIQUE (vault, delta)
) STRICT;
INSERT INTO quarantine_by_vault SELECT number, vault, due_ms, delta FROM quarantine;
DROP TABLE quarantine;
ALTER TABLE quarantine_by_vault RENAME TO quarantine;

CREATE TABLE held_deletion_by_vault (
    number INTEGER PRIMARY KEY,
    vault INTEGER NOT NULL,
    delta BLOB NOT NULL,
    UNIQUE (vault, delta)
) STRICT;
INSERT INTO held_deletion_by_vault SELECT number, vault, delta FROM held_deletion;
DROP TABLE held_deletion;
ALTER TABLE held_deletion_by_vault RENAME TO held_deletion;
