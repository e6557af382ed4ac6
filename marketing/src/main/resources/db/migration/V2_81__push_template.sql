-- An account's forms for service messages and for subscriptions are numbered apart.
ALTER TABLE push_template DROP PRIMARY KEY, ADD PRIMARY KEY (merchant_id, account, way, id);
