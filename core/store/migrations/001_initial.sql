-- Records and vaults are named by small numbers inside the file, so that rows stay short.
-- Times are milliseconds since 1970; clock stamps and delta ids are 64 bits, kept as they are.

-- This device: its name, the last clock stamp given or seen, the highest one a peer may have seen.
CREATE TABLE self (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    device BLOB NOT NULL,
    clock INTEGER NOT NULL,
    clock_accepted INTEGER NOT NULL
) STRICT;
INSERT INTO self VALUES (1, zeroblob(16), 0, 0);

CREATE TABLE record (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    sharing_paused INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE vault (
    number INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE,
    type INTEGER NOT NULL,
    record INTEGER NOT NULL REFERENCES record (number),
    cursor INTEGER NOT NULL,
    chain BLOB NOT NULL,
    own_sequence INTEGER NOT NULL,
    own_head BLOB NOT NULL,
    closed INTEGER NOT NULL,
    added_ms INTEGER NOT NULL
) STRICT;

-- As they travel. The staff roster belongs to no vault: sixteen zero bytes.
CREATE TABLE roster (
    vault BLOB NOT NULL,
    number INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (vault, number)
) STRICT, WITHOUT ROWID;

-- The truth: every delta known of an entity, in all vaults of its record.
CREATE TABLE entity_log (
    number INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    id BLOB NOT NULL,
    copies BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX entity_log_by_id ON entity_log (id, record);

-- What lists and screens read: a projection of entity_log, with the same numbers.
CREATE TABLE entity_view (
    number INTEGER PRIMARY KEY,
    record INTEGER NOT NULL,
    id BLOB NOT NULL,
    kind INTEGER NOT NULL,
    day INTEGER,
    instant INTEGER,
    subject BLOB,
    flags INTEGER NOT NULL,
    origin BLOB NOT NULL,
    created INTEGER NOT NULL,
    deleted_ms INTEGER,
    fragment BLOB NOT NULL
) STRICT;
CREATE INDEX entity_view_by_day ON entity_view (record, kind, day);
CREATE INDEX entity_view_by_subject ON entity_view (record, subject) WHERE subject IS NOT NULL;
CREATE INDEX entity_view_deleted ON entity_view (record, deleted_ms) WHERE deleted_ms IS NOT NULL;

-- Which deltas of the log a server has not confirmed. `sequence` names the envelope a delta was
-- sealed in; without one it is unsealed. AUTOINCREMENT: a number handed out is never used again.
CREATE TABLE outbox (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    vault INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    delta INTEGER NOT NULL,
    sequence INTEGER,
    sealed_before INTEGER NOT NULL DEFAULT 0
) STRICT;
-- Unsealed rows come first and in their order. Each index touched is a page more in every commit.
CREATE INDEX outbox_by_envelope ON outbox (vault, sequence);
CREATE INDEX outbox_by_entity ON outbox (entity, delta);

-- Raw envelopes. `position` 0: no server has confirmed it. `contents`: which deltas lie in it.
-- `reason`: why it was refused.
CREATE TABLE envelope (
    number INTEGER PRIMARY KEY,
    vault INTEGER NOT NULL,
    author BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    position INTEGER NOT NULL,
    hash BLOB NOT NULL,
    state INTEGER NOT NULL,
    reason TEXT,
    contents BLOB NOT NULL,
    bytes BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX envelope_by_name ON envelope (vault, author, sequence);
CREATE INDEX envelope_by_position ON envelope (vault, position) WHERE position > 0;
CREATE INDEX envelope_unsent ON envelope (number) WHERE position = 0;

-- Kept for later: dated too far ahead, deleting more than a person would, or not understood.
CREATE TABLE quarantine (
    number INTEGER PRIMARY KEY,
    vault INTEGER NOT NULL,
    due_ms INTEGER NOT NULL,
    delta BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE held_deletion (
    number INTEGER PRIMARY KEY,
    vault INTEGER NOT NULL,
    delta BLOB NOT NULL UNIQUE
) STRICT;
CREATE TABLE parked (
    number INTEGER PRIMARY KEY,
    vault INTEGER NOT NULL,
    author BLOB NOT NULL,
    sequence INTEGER NOT NULL,
    reason TEXT NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (vault, author, sequence, reason, bytes)
) STRICT;

-- Unsharing under way. `after_row`: outbox rows up to this one must be confirmed first. `late`:
-- values of a generation that had ended when they arrived.
CREATE TABLE redaction (
    number INTEGER PRIMARY KEY,
    vault INTEGER NOT NULL,
    entity INTEGER NOT NULL,
    field INTEGER NOT NULL,
    late INTEGER NOT NULL,
    after_row INTEGER NOT NULL,
    UNIQUE (vault, entity, field, late)
) STRICT;
CREATE TABLE redaction_envelope (
    envelope INTEGER PRIMARY KEY REFERENCES envelope (number),
    vault INTEGER NOT NULL,
    after_row INTEGER NOT NULL
) STRICT;

CREATE TABLE undo_step (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    record INTEGER NOT NULL,
    name TEXT NOT NULL,
    changes BLOB NOT NULL
) STRICT;

CREATE TABLE value (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    bytes BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL
) STRICT;
