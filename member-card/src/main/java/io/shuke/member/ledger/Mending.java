package io.shuke.member.ledger;

import io.shuke.member.ground.Ids;
import org.springframework.stereotype.Component;

/** Makes what is kept beside the entries again from them: the balance, the number of the newest one, the lots. */
@Component
class Mending {

    private final MendingMapper mapper;
    private final Ids ids;

    Mending(MendingMapper mapper, Ids ids) {
        this.mapper = mapper;
        this.ids = ids;
    }

    /**
     * Within the caller's transaction.
     *
     * @return whether anything was wrong there; when even the entries contradict each other, nothing is touched
     */
    boolean mend(long account) {
        var stored = mapper.lock(account);
        if (stored == null) {
            return false;
        }
        var entries = mapper.entries(account);
        var expires = new Asset(stored.asset()).expires();
        var lots = mapper.history(account);
        var held = lots.stream().mapToLong(MendingMapper.LotRow::remaining).sum();
        var negative = lots.stream().anyMatch(lot -> lot.remaining() < 0);
        if (expires && (negative || held != Math.max(0, entries.balance()))) {
            return false;
        }
        var wrong = !stored.equals(entries);
        if (wrong) {
            mapper.write(account, entries.balance(), entries.seq());
        }
        if (expires && !mapper.lots(account).equals(lots)) {
            mapper.dropLots(account);
            lots.forEach(lot -> mapper.insertLot(account, lot.expiresOn(), ids.next(), lot.remaining()));
            wrong = true;
        }
        return wrong;
    }
}
