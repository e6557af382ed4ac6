-- The kept calendar and the streak it shows.
-- KEYS: calendar, round.  ARGV: today as a day number.
-- A calendar is a seal of 32 bytes, the day number of its first bit (4 bytes), and two bitmaps of equal length: the days
-- checked in, and those of them that were made up.
-- Returns the round's length (1 byte), the round, the streak (4 bytes), the calendar; the round changes with every write.
local round = redis.pcall('GET', KEYS[2])
if type(round) ~= 'string' or #round > 255 then round = '' end
local kept = redis.pcall('GET', KEYS[1])
if type(kept) ~= 'string' or #kept < 38 then kept = '' end
local streak = 0
if kept ~= '' then
  local first = struct.unpack('>I4', kept, 33)
  local bytes = math.floor((#kept - 36) / 2)
  local function checked(day)
    local bit_at = day - first
    if bit_at < 0 or bit_at >= bytes * 8 then return false end
    local byte = string.byte(kept, 37 + math.floor(bit_at / 8))
    return bit.band(byte, bit.rshift(128, bit_at % 8)) ~= 0
  end
  local day = tonumber(ARGV[1])
  if not checked(day) then day = day - 1 end
  while checked(day) do
    streak = streak + 1
    day = day - 1
  end
end
return struct.pack('B', #round) .. round .. struct.pack('>I4', streak) .. kept
