package io.shuke.member.balance;

import io.shuke.member.ledger.FeatureCheck;
import io.shuke.member.ledger.Violation;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Holds what was credited against what was paid: the same, and once for each payment (I28). */
@Service
public class ChargeCheck implements FeatureCheck {

    private final ChargeCheckMapper mapper;

    ChargeCheck(ChargeCheckMapper mapper) {
        this.mapper = mapper;
    }

    /** All questions are put to one and the same moment. */
    @Override
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public List<Violation> run() {
        return Stream.of(
                        mapper.creditedIsNotPaid(),
                        mapper.giftIsNotWhatWasPromised(),
                        mapper.creditWithoutPayment(),
                        mapper.refundedIsNotItsRefunds(),
                        mapper.refundIsNotWithdrawn())
                .flatMap(List::stream)
                .toList();
    }
}
