CREATE TABLE merchant (
    id         BIGINT      NOT NULL,
    name       VARCHAR(60) NOT NULL,
    zone       VARCHAR(40) NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
);

CREATE TABLE store (
    id          BIGINT       NOT NULL,
    merchant_id BIGINT       NOT NULL,
    name        VARCHAR(60)  NOT NULL,
    address     VARCHAR(200) NOT NULL,
    -- what stands in the store's QR code
    scene       VARCHAR(32)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY store_scene (merchant_id, scene)
);

-- A way in and out of the shop: for WeChat one Official Account or one mini-program. Secrets are sealed.
CREATE TABLE channel (
    account               VARCHAR(64)    NOT NULL,
    merchant_id           BIGINT         NOT NULL,
    provider              VARCHAR(32)    NOT NULL,
    name                  VARCHAR(60)    NOT NULL,
    secret                VARBINARY(512) NOT NULL,
    callback_token        VARBINARY(512) NOT NULL,
    callback_key          VARBINARY(512) NOT NULL,
    previous_callback_key VARBINARY(512) NULL,
    PRIMARY KEY (account),
    KEY channel_merchant (merchant_id)
);
