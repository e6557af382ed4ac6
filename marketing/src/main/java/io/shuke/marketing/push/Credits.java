package io.shuke.marketing.push;

import io.shuke.marketing.coupon.Award;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The consents that members gave, one message each. It is our own count of what only the provider knows, so it is corrected
 * whenever the provider says otherwise.
 */
@Service
public class Credits {

    /** One kind of consent. */
    record Spot(String account, String template) {

        static Spot of(Message message) {
            if (message instanceof Message.Notice notice) {
                return new Spot(notice.account(), notice.template());
            }
            return message instanceof Message.Subscription one
                    ? new Spot(one.account(), one.template())
                    : new Spot(message.account(), "");
        }
    }

    /** What was agreed to. */
    public record Consented(String account, String template) {}

    /** Who tells of an answer. */
    public enum Teller {
        PAGE,
        PROVIDER
    }

    private static final Duration APART = Duration.ofMinutes(5);

    /** @param left how many messages the member still agreed to */
    public record Credit(String account, String template, int left) {}

    private final CreditMapper mapper;
    private final Clock clock;

    Credits(CreditMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    public List<Credit> of(MemberId member) {
        return mapper.of(List.of(member.value())).stream()
                .map(row -> new Credit(row.account(), row.template(), row.credits()))
                .toList();
    }

    /**
     * The member said yes.
     *
     * @param answer the teller's own number of it: told again, it counts once
     * @param at when; the page and the provider tell of the same answer a moment apart
     * @return whether it was new
     */
    @Transactional
    public boolean granted(MemberId member, Consented yes, Teller teller, String answer, Instant at) {
        // The hot row first: two who tell of the same answer at once are put in a row.
        mapper.add(member.value(), yes.account(), yes.template(), 0, clock.instant());
        var row = new CreditMapper.ConsentRow(
                member.value(),
                teller.name() + ":" + Award.reference("a", yes + answer),
                at,
                yes.account(),
                yes.template(),
                teller.name(),
                false);
        if (mapper.remember(row) == 0) {
            return false;
        }
        if (mapper.pair(row, at.minus(APART), at.plus(APART)) > 0) {
            mapper.paired(row);
            return false;
        }
        mapper.add(member.value(), yes.account(), yes.template(), 1, clock.instant());
        return true;
    }

    /** The member took it back, or the provider says that nothing is left. */
    @Transactional
    public void gone(MemberId member, String account, String template) {
        mapper.empty(member.value(), account, template, clock.instant());
    }

    /** The member wrote to the account, and may be answered for a while. */
    @Transactional
    public void spoke(MemberId member, String account, Instant at) {
        mapper.word(member.value(), account, at);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void spend(Collection<Long> members, Message message) {
        var spot = Spot.of(message);
        mapper.spend(members, spot.account(), spot.template(), clock.instant());
    }

    /** Two members turned out to be one. */
    @Transactional(propagation = Propagation.MANDATORY)
    void move(MemberId from, MemberId to) {
        var now = clock.instant();
        for (var credit : of(from)) {
            mapper.empty(from.value(), credit.account(), credit.template(), now);
            mapper.add(to.value(), credit.account(), credit.template(), credit.left(), now);
        }
    }

    /** It was counted as spent, and was not. */
    @Transactional(propagation = Propagation.MANDATORY)
    void back(MemberId member, Message message) {
        var spot = Spot.of(message);
        mapper.add(member.value(), spot.account(), spot.template(), 1, clock.instant());
    }

    Map<Long, Map<Spot, Integer>> of(Collection<Long> members) {
        var all = new HashMap<Long, Map<Spot, Integer>>();
        mapper.of(members).forEach(row -> all.computeIfAbsent(row.memberId(), any -> new HashMap<>())
                .put(new Spot(row.account(), row.template()), row.credits()));
        return all;
    }

    Map<Long, Map<String, Instant>> words(Collection<Long> members, Instant since) {
        var all = new HashMap<Long, Map<String, Instant>>();
        mapper.words(members, since).forEach(row -> all.computeIfAbsent(row.memberId(), any -> new HashMap<>())
                .put(row.account(), row.at()));
        return all;
    }
}
