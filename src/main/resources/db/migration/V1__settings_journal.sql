-- Everything an operator changes: one row a change, the state of a name is its last row.
CREATE TABLE setting_change (
    revision       BIGINT  NOT NULL PRIMARY KEY,
    kind           TEXT    NOT NULL,
    name           TEXT    NOT NULL,
    version        INTEGER NOT NULL,
    actor          TEXT    NOT NULL,
    claimed_author TEXT,
    at_millis      BIGINT  NOT NULL,
    reason         TEXT,
    value          TEXT,
    CONSTRAINT setting_change_version UNIQUE (kind, name, version)
);
