-- How many have joined since when is asked for by whoever opens the console.
CREATE INDEX member_joined ON member (merchant_id, state, joined_at);
