-- Days have been committed: the calendar is to be read anew. Today's check-in is kept if there is one; a make-up or a merge has
-- none, and forgets the one that is kept, for it may belong to a longer streak now.
-- KEYS: calendar, round, today.  ARGV: a new round, milliseconds for the round, today's check-in or '', its milliseconds.
redis.call('DEL', KEYS[1])
redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
if ARGV[3] ~= '' then redis.call('SET', KEYS[3], ARGV[3], 'PX', ARGV[4]) else redis.call('DEL', KEYS[3]) end
return 1
