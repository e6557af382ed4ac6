-- Today's check-in as it was told to the member, or a count of how often he has asked without having one.
-- KEYS: today, limit.  ARGV: the limit's milliseconds.
-- Returns the kept check-in, or 'n' and the count.
local kept = redis.pcall('GET', KEYS[1])
if type(kept) == 'string' then return kept end
local n = redis.pcall('INCR', KEYS[2])
if type(n) ~= 'number' then
  redis.call('SET', KEYS[2], '1')
  n = 1
end
if n == 1 or redis.call('PTTL', KEYS[2]) < 0 then redis.call('PEXPIRE', KEYS[2], ARGV[1]) end
return 'n' .. n
