package io.shuke.console.audit;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.MerchantScope;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Row follows row by a hash that only this installation can compute. Whoever appends waits for the one before him, so this
 * is never part of somebody else's transaction.
 */
@Component
class Chain {

    private static final byte[] START = new byte[32];
    private static final int PAGE = 1_000;

    private final AuditMapper mapper;
    private final BlindIndex seal;

    Chain(AuditMapper mapper, BlindIndex seal) {
        this.mapper = mapper;
        this.seal = seal;
    }

    /** @param row the row by its number, its hash still to come */
    @Transactional
    public AuditRow append(LongFunction<AuditRow> row) {
        mapper.takeHead(START);
        var head = Objects.requireNonNull(mapper.head());
        var open = row.apply(head.seq() + 1);
        var ring = open.with(hash(head.hash(), open));
        mapper.insert(ring);
        mapper.moveHead(ring.seq(), ring.hash());
        return ring;
    }

    /** All of it, as it stood at one moment. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public AuditVerdict verify() {
        var before = START;
        long seq = 0;
        for (var page = mapper.after(0, PAGE); !page.isEmpty(); page = mapper.after(seq, PAGE)) {
            for (var row : page) {
                if (row.seq() != seq + 1) {
                    return AuditVerdict.missing(seq + 1);
                }
                if (!MessageDigest.isEqual(hash(before, row), row.hash())) {
                    return AuditVerdict.changed(row.seq());
                }
                before = row.hash();
                seq = row.seq();
            }
        }
        var head = Optional.ofNullable(mapper.head()).orElse(new AuditMapper.Head(0, START));
        return head.seq() == seq && MessageDigest.isEqual(head.hash(), before)
                ? AuditVerdict.whole(seq, before)
                : AuditVerdict.missing(seq + 1);
    }

    private byte[] hash(byte[] before, AuditRow row) {
        return seal.of(MerchantScope.current(), "audit-chain", HexFormat.of().formatHex(before) + "\n" + row.text());
    }
}
