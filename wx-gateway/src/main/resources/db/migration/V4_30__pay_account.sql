-- A merchant's account at WeChat Pay; what is secret of it is sealed.
CREATE TABLE pay_account (
    account         VARCHAR(32)     NOT NULL,
    merchant_id     BIGINT          NOT NULL,
    serial          VARCHAR(64)     NOT NULL,
    private_key     VARBINARY(8000) NOT NULL,
    api_key         VARBINARY(200)  NOT NULL,
    platform_key_id VARCHAR(64)     NOT NULL,
    platform_key    VARCHAR(8000)   NOT NULL,
    PRIMARY KEY (account),
    UNIQUE KEY pay_account_merchant (merchant_id)
);
