package io.shuke.marketing.push;

import io.shuke.member.merchant.Merchants;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/** Lets go of notices that were told long ago: each is a row of its own, and nobody looks at them again. */
@Service
public class OldNotices {

    private static final int DAYS = 180;
    private static final int AT_ONCE = 500;

    private final NoticeMapper mapper;
    private final Merchants merchants;
    private final TransactionOperations each;

    OldNotices(NoticeMapper mapper, Merchants merchants, TransactionOperations each) {
        this.mapper = mapper;
        this.merchants = merchants;
        this.each = each;
    }

    /** @return how many went */
    public int run(LocalDate day) {
        var before =
                day.minusDays(DAYS).atStartOfDay(merchants.current().zone()).toInstant();
        mapper.forgetFinishes(before);
        int gone = 0;
        while (true) {
            List<Long> old = mapper.toldBefore(before, AT_ONCE);
            if (old.isEmpty()) {
                return gone;
            }
            gone += Objects.requireNonNull(each.execute(status -> {
                mapper.dropRecipients(old);
                mapper.dropTexts(old);
                return mapper.drop(old);
            }));
        }
    }
}
