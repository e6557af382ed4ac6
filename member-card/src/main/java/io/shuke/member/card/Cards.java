package io.shuke.member.card;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.level.Levels;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.points.PointsLedger;
import java.time.Clock;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Members' cards and the codes they show at the counter. */
@Service
public class Cards {

    private final CodeSigner signer;
    private final CardMapper mapper;
    private final Members members;
    private final Levels levels;
    private final PointsLedger points;
    private final Clock clock;

    Cards(CodeSigner signer, CardMapper mapper, Members members, Levels levels, PointsLedger points, Clock clock) {
        this.signer = signer;
        this.mapper = mapper;
        this.members = members;
        this.levels = levels;
        this.points = points;
        this.clock = clock;
    }

    public Card card(MemberId member) {
        var progress = levels.progress(member);
        return new Card(
                members.cardNumber(member),
                progress.level(),
                progress.text(),
                points.balance(member).value());
    }

    /** A fresh code for the member's card; good for 60 seconds and for one scan. */
    public MemberCode code(MemberId member) {
        return code(MerchantScope.current(), members.cardNumber(member));
    }

    /** The same, for whoever has the card's number in hand; asks no database. */
    public MemberCode code(MerchantId merchant, String number) {
        return signer.sign(merchant, number, clock.instant());
    }

    /**
     * Accepts a code shown at the counter, once.
     *
     * @return the number of the card it was made for
     * @throws CardRefusal when it is none of ours, too old, or was accepted before
     */
    @Transactional
    public String accept(String code) {
        var read = signer.read(MerchantScope.current(), code, clock.instant());
        try {
            mapper.use(read.number(), read.issuedAt(), clock.instant());
        } catch (DuplicateKeyException used) {
            throw CardRefusal.codeUsed();
        }
        return read.number();
    }
}
