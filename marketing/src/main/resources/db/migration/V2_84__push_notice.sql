-- What members are told of by itself. No row: never switched on.
CREATE TABLE push_notice (
    merchant_id BIGINT      NOT NULL,
    occasion    VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    switched_on BOOLEAN     NOT NULL,
    -- so many days before; 0 for what is told when it happens
    days        INT         NOT NULL,
    version     INT         NOT NULL,
    PRIMARY KEY (merchant_id, occasion)
);

-- The same text by different ways, in the order in which they are tried.
CREATE TABLE push_notice_leg (
    merchant_id BIGINT        NOT NULL,
    occasion    VARCHAR(20)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    leg         INT           NOT NULL,
    way         VARCHAR(12)   CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account     VARCHAR(64)   NOT NULL,
    template    VARCHAR(64)   NOT NULL,
    -- a line each: name=value
    content     VARCHAR(4000) NOT NULL,
    path        VARCHAR(300)  NOT NULL,
    PRIMARY KEY (merchant_id, occasion, leg)
);
