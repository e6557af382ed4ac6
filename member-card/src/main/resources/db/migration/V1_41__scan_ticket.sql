-- Shown as a code in one browser, taken up by somebody's phone; good once and for two minutes.
CREATE TABLE scan_ticket (
    merchant_id BIGINT      NOT NULL,
    scene       VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- SHA-256 of what only the browser has that shows the code
    secret_hash BINARY(32)  NOT NULL,
    purpose     VARCHAR(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    expires_at  DATETIME(6) NOT NULL,
    -- whose phone it was: a keyed hash, which nobody can read
    scanned_by  BINARY(32)  NULL,
    taken_at    DATETIME(6) NULL,
    PRIMARY KEY (merchant_id, scene),
    UNIQUE KEY scan_ticket_scene (scene),
    KEY scan_ticket_end (merchant_id, expires_at)
);
