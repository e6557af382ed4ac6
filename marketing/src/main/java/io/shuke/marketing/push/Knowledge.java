package io.shuke.marketing.push;

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

    private final Addresses addresses;
    private final Credits credits;
    private final OptOuts optOuts;
    private final RecipientMapper recipients;
    private final Summaries purchases;

    Knowledge(Addresses addresses, Credits credits, OptOuts optOuts, RecipientMapper recipients, Summaries purchases) {
        this.addresses = addresses;
        this.credits = credits;
        this.optOuts = optOuts;
        this.recipients = recipients;
        this.purchases = purchases;
    }

    /** What must still hold when a message goes out. Asks only for what its ways need. */
    Map<Long, Facts> now(Collection<Long> members, Collection<Message> messages, Instant now) {
        return of(members, messages, now, Map.of(), Map.of());
    }

    /** With what spares members by the rules. */
    Map<Long, Facts> whole(Collection<Long> members, Collection<Message> messages, PushRules rules, Instant now) {
        var received = rules.most() == 0
                ? Map.<Long, Integer>of()
                : recipients.received(members, now.minus(Duration.ofDays(rules.days()))).stream()
                        .collect(Collectors.toMap(
                                RecipientMapper.ReceivedRow::memberId, RecipientMapper.ReceivedRow::many));
        var bought = rules.boughtDays() == 0 ? Map.<Long, Instant>of() : purchases.lastBought(members);
        return of(members, messages, now, received, bought);
    }

    private Map<Long, Facts> of(
            Collection<Long> members,
            Collection<Message> messages,
            Instant now,
            Map<Long, Integer> received,
            Map<Long, Instant> bought) {
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
                            received.getOrDefault(member, 0),
                            bought.get(member)));
        }
        return all;
    }
}
