package io.shuke.member.ledger;

import io.shuke.member.ground.Slice;
import io.shuke.member.membership.MemberId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The lines of one or several accounts of a member, newest first. A cursor says for each account how far it was read, so
 * that no index beyond the accounts' own is needed and nothing is left out however the clocks went.
 */
@Component
class History {

    private record Line(int account, long seq, Entry entry) {}

    private static final int LARGEST_PAGE = 100;
    private static final Pattern CURSOR = Pattern.compile("[0-9]{1,18}(\\.[0-9]{1,18}){0,7}");
    private static final Comparator<Line> NEWEST_FIRST = Comparator.<Line, java.time.Instant>comparing(
                    line -> line.entry().at())
            .thenComparing(line -> line.entry().id())
            .thenComparing(Line::seq)
            .reversed();

    private final LedgerMapper mapper;

    History(LedgerMapper mapper) {
        this.mapper = mapper;
    }

    Slice<Entry> page(MemberId member, List<Asset> assets, @Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var read = positions(cursor, assets.size());
        var lines = new ArrayList<Line>();
        for (int i = 0; i < read.length; i++) {
            var account = i;
            var owned = new Owned(member, assets.get(i));
            mapper.history(member.value(), owned.asset().code(), read[i], limit + 1)
                    .forEach(row -> lines.add(new Line(account, row.seq(), row.toDomain(owned))));
        }
        lines.sort(NEWEST_FIRST);
        var page = lines.subList(0, Math.min(limit, lines.size()));
        page.forEach(line -> read[line.account()] = line.seq());
        return new Slice<>(page.stream().map(Line::entry).toList(), lines.size() > limit ? cursor(read) : null);
    }

    private static String cursor(long[] read) {
        return Arrays.stream(read).mapToObj(Long::toString).collect(Collectors.joining("."));
    }

    private static long[] positions(@Nullable String cursor, int accounts) {
        if (cursor == null) {
            var start = new long[accounts];
            Arrays.fill(start, START);
            return start;
        }
        if (!CURSOR.matcher(cursor).matches()) {
            throw LedgerRefusal.badCursor();
        }
        var read = Arrays.stream(cursor.split("\\.")).mapToLong(Long::parseLong).toArray();
        if (read.length != accounts) {
            throw LedgerRefusal.badCursor();
        }
        return read;
    }

    /** More lines than an account will ever have, in as many digits as a cursor may have. */
    private static final long START = 999_999_999_999_999_999L;
}
