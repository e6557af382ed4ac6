-- An older list of members that is brought in: first only looked at, then run, perhaps undone.
CREATE TABLE import_batch (
    merchant_id   BIGINT       NOT NULL,
    id            BIGINT       NOT NULL,
    file_name     VARCHAR(100) NOT NULL,
    -- of the file's bytes, while the batch counts: the same file again is the same batch; null once it failed or is undone
    file_hash     BINARY(32)   NULL,
    state         VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    -- which heading was taken for what, and which was passed over
    understood    VARCHAR(500) NOT NULL,
    ignored       VARCHAR(500) NOT NULL,
    -- why it cannot be read, when it cannot
    code          VARCHAR(40)  NULL,
    detail        VARCHAR(200) NULL,
    -- rows with a person; of these, those that can be brought in
    lines_read    INT          NOT NULL,
    good          INT          NOT NULL,
    imported      INT          NOT NULL,
    conflicts     INT          NOT NULL,
    undone        INT          NOT NULL,
    kept          INT          NOT NULL,
    points        BIGINT       NOT NULL,
    growth        BIGINT       NOT NULL,
    principal_fen BIGINT       NOT NULL,
    gift_fen      BIGINT       NOT NULL,
    -- how far the run, or the undoing, has come
    last_line     INT          NOT NULL,
    actor         VARCHAR(64)  NOT NULL,
    made_at       DATETIME(6)  NOT NULL,
    touched_at    DATETIME(6)  NOT NULL,
    PRIMARY KEY (merchant_id, id),
    UNIQUE KEY import_batch_file (merchant_id, file_hash),
    KEY import_batch_state (merchant_id, state, touched_at)
);

-- One row a line that can be brought in. What is personal is sealed, and gone as soon as the line is done with.
CREATE TABLE import_row (
    merchant_id   BIGINT          NOT NULL,
    batch_id      BIGINT          NOT NULL,
    line          INT             NOT NULL,
    state         VARCHAR(8)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content       VARBINARY(2048) NULL,
    step          INT             NOT NULL,
    points        BIGINT          NOT NULL,
    growth        BIGINT          NOT NULL,
    principal_fen BIGINT          NOT NULL,
    gift_fen      BIGINT          NOT NULL,
    member_id     BIGINT          NULL,
    PRIMARY KEY (merchant_id, batch_id, line),
    UNIQUE KEY import_row_member (merchant_id, member_id),
    KEY import_row_state (merchant_id, batch_id, state, line)
);

-- What stands against a line, by column of the table.
CREATE TABLE import_problem (
    merchant_id BIGINT       NOT NULL,
    batch_id    BIGINT       NOT NULL,
    id          BIGINT       NOT NULL,
    stage       VARCHAR(5)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    line        INT          NOT NULL,
    field       VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    code        VARCHAR(40)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    detail      VARCHAR(200) NOT NULL,
    PRIMARY KEY (merchant_id, batch_id, id),
    UNIQUE KEY import_problem_line (merchant_id, batch_id, stage, line, field)
);
