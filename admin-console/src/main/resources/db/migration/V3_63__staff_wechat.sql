-- With which WeChat somebody on the staff signs in by scanning: a keyed hash, which nobody can read.
CREATE TABLE staff_wechat (
    merchant_id BIGINT      NOT NULL,
    staff_id    BIGINT      NOT NULL,
    who         BINARY(32)  NOT NULL,
    bound_at    DATETIME(6) NOT NULL,
    PRIMARY KEY (merchant_id, staff_id),
    UNIQUE KEY staff_wechat_who (merchant_id, who)
);
