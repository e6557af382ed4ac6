-- What staff have done at the desk. Rows are written and never changed: what came of an act is a row of its own.
CREATE TABLE audit_entry (
    merchant_id BIGINT        NOT NULL,
    seq         BIGINT        NOT NULL,
    -- of this row and the hash before it, by a key that is not in the database
    hash        BINARY(32)    NOT NULL,
    phase       VARCHAR(8)    NOT NULL,
    -- the row of the act that this row tells the outcome of
    asks        BIGINT        NULL,
    staff_id    BIGINT        NOT NULL,
    role        VARCHAR(10)   NOT NULL,
    door        VARCHAR(160)  NOT NULL,
    object_kind VARCHAR(40)   NOT NULL,
    object_id   BIGINT        NULL,
    -- numbers, ids and rules only: nothing personal
    details     VARCHAR(6000) NOT NULL,
    request_id  VARCHAR(40)   NOT NULL,
    at          DATETIME(6)   NOT NULL,
    PRIMARY KEY (merchant_id, seq),
    -- an act has one outcome
    UNIQUE KEY audit_entry_asks (merchant_id, asks),
    KEY audit_entry_object (merchant_id, door, object_id, seq)
);

CREATE TABLE audit_head (
    merchant_id BIGINT     NOT NULL,
    seq         BIGINT     NOT NULL,
    hash        BINARY(32) NOT NULL,
    PRIMARY KEY (merchant_id)
);
