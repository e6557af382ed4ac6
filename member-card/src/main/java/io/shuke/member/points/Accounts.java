package io.shuke.member.points;

import io.shuke.member.membership.MemberId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The locked accounts of a transaction. */
final class Accounts {

    private final Map<MemberId, Account> byMember = new HashMap<>();

    void add(List<Account> locked) {
        locked.forEach(account -> byMember.put(account.member(), account));
    }

    boolean has(long member) {
        return byMember.containsKey(new MemberId(member));
    }

    Account of(MemberId member) {
        return Objects.requireNonNull(byMember.get(member));
    }
}
