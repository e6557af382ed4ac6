-- The key under which a use was asked for: asked again because the answer was lost, it is the same use.
ALTER TABLE pass_use
    ADD COLUMN once VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD UNIQUE KEY pass_use_once (merchant_id, pass_id, once);
