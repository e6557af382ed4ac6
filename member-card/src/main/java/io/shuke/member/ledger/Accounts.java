package io.shuke.member.ledger;

import io.shuke.member.membership.MemberId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The locked accounts of a transaction. */
final class Accounts {

    private final Map<Owned, Account> byOwner = new HashMap<>();

    void add(List<Account> locked) {
        locked.forEach(account -> byOwner.put(account.owned(), account));
    }

    boolean has(Owned owned) {
        return byOwner.containsKey(owned);
    }

    Account of(Owned owned) {
        return Objects.requireNonNull(byOwner.get(owned));
    }

    /** The member's, in a fixed order. */
    List<Account> of(MemberId member) {
        return byOwner.values().stream()
                .filter(account -> account.owned().member().equals(member))
                .sorted(Comparator.comparing(account -> account.asset().code()))
                .toList();
    }
}
