package io.shuke.marketing.push;

import io.shuke.member.ledger.Ledger;
import io.shuke.member.membership.Address;
import io.shuke.member.membership.Addresses;
import io.shuke.member.purchase.Summaries;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Collects what is known of many members, with one question a subject. */
@Component
class Knowledge {

    /** What the shop's rules look at. */
    private record Spared(Map<Long, Integer> received, Map<Long, Instant> bought, Set<Long> frozen) {

        static final Spared NOTHING = new Spared(Map.of(), Map.of(), Set.of());
    }

    private final Addresses addresses;
    private final Credits credits;
    private final OptOuts optOuts;
    private final RecipientMapper recipients;
    private final Summaries purchases;
    private final Ledger ledger;

    Knowledge(
            Addresses addresses,
            Credits credits,
            OptOuts optOuts,
            RecipientMapper recipients,
            Summaries purchases,
            Ledger ledger) {
        this.addresses = addresses;
        this.credits = credits;
        this.optOuts = optOuts;
        this.recipients = recipients;
        this.purchases = purchases;
        this.ledger = ledger;
    }

    /** What must still hold when a message goes out. Asks only for what its ways need. */
    Map<Long, Facts> now(Collection<Long> members, Collection<Message> messages, Instant now) {
        return of(members, messages, now, Spared.NOTHING);
    }

    /** With what spares members by the rules. */
    Map<Long, Facts> whole(Collection<Long> members, Collection<Message> messages, PushRules rules, Instant now) {
        var received = rules.most() == 0
                ? Map.<Long, Integer>of()
                : recipients.received(members, now.minus(Duration.ofDays(rules.days()))).stream()
                        .collect(Collectors.toMap(
                                RecipientMapper.ReceivedRow::memberId, RecipientMapper.ReceivedRow::many));
        var bought = rules.boughtDays() == 0 ? Map.<Long, Instant>of() : purchases.lastBought(members);
        return of(members, messages, now, new Spared(received, bought, ledger.frozen(members)));
    }

    private Map<Long, Facts> of(Collection<Long> members, Collection<Message> messages, Instant now, Spared spared) {
        var at = addresses.of(members).stream().collect(Collectors.groupingBy(Address::member));
        var left = messages.stream().anyMatch(message -> message.way().needsCredit())
                ? credits.of(members)
                : Map.<Long, Map<Credits.Spot, Integer>>of();
        var words = messages.stream().anyMatch(message -> message.way() == Way.CHAT)
                ? credits.words(members, now.minus(Facts.TALK))
                : Map.<Long, Map<String, Instant>>of();
        var refused = optOuts.of(members);
        var all = new HashMap<Long, Facts>();
        for (var member : members) {
            all.put(
                    member,
                    new Facts(
                            at.getOrDefault(member, List.of()),
                            left.getOrDefault(member, Map.of()),
                            refused.getOrDefault(member, Set.of()),
                            words.getOrDefault(member, Map.of()),
                            spared.received().getOrDefault(member, 0),
                            spared.bought().get(member),
                            spared.frozen().contains(member)));
        }
        return all;
    }
}
