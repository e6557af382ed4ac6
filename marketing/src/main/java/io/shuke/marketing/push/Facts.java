package io.shuke.marketing.push;

import io.shuke.member.membership.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one member before something is sent to him.
 *
 * @param credits what is left of each consent, by account and template
 * @param optOuts what he does not want
 * @param lastWords when he last wrote to which account
 * @param received marketing messages within the days of the rules
 * @param frozen whether some account of his is being looked into: no time for offers
 */
record Facts(
        List<Address> addresses,
        Map<Credits.Spot, Integer> credits,
        Set<OptOut> optOuts,
        Map<String, Instant> lastWords,
        int received,
        @Nullable Instant lastBought,
        boolean frozen) {

    static final Duration TALK = Duration.ofHours(48);

    @Nullable
    Address at(String account) {
        return addresses.stream()
                .filter(address -> address.identity().provider().equals(account))
                .findFirst()
                .orElse(null);
    }

    @Nullable
    Address phone() {
        return addresses.stream().filter(Address::isPhone).findFirst().orElse(null);
    }

    /** Null when it can go this way. */
    @Nullable
    Skip against(Message message, Topic topic, Instant now) {
        if (optOuts.stream().anyMatch(no -> no.concerns(topic, message.way()))) {
            return Skip.OPTED_OUT;
        }
        var address = message.way() == Way.SMS ? phone() : at(message.account());
        if (address == null) {
            return Skip.NO_ADDRESS;
        }
        return switch (message.way()) {
            case SMS -> null;
            case TEMPLATE -> address.following() ? null : Skip.NOT_FOLLOWING;
            case NOTICE, SUBSCRIPTION -> credits.getOrDefault(Credits.Spot.of(message), 0) > 0 ? null : Skip.NO_CREDIT;
            case CHAT -> {
                var last = lastWords.get(message.account());
                yield last != null && last.plus(TALK).isAfter(now) ? null : Skip.NO_TALK;
            }
        };
    }
}
