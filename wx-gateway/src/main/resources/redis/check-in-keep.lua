-- Keeps a calendar read from the database, unless something was written since the round was read.
-- KEYS: calendar, round.  ARGV: the round as it was, the calendar, milliseconds.
local round = redis.pcall('GET', KEYS[2])
if type(round) ~= 'string' then round = '' end
if round ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
return 1
