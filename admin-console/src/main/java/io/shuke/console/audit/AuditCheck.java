package io.shuke.console.audit;

import io.shuke.member.ledger.FeatureCheck;
import io.shuke.member.ledger.Violation;
import java.util.List;
import org.springframework.stereotype.Component;

/** The shop's nightly self-check looks at the records too. */
@Component
class AuditCheck implements FeatureCheck {

    private final Chain chain;

    AuditCheck(Chain chain) {
        this.chain = chain;
    }

    @Override
    public List<Violation> run() {
        var verdict = chain.verify();
        var broken = verdict.broken();
        return broken == null
                ? List.of()
                : List.of(new Violation("I30 staff acts are chained", 0, broken, verdict.words()));
    }
}
