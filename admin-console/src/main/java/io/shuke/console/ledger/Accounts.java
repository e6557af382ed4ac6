package io.shuke.console.ledger;

import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Entry;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A member's accounts, for the desks. */
@Component
class Accounts {

    private static final int PAGE = 20;

    /** @param balances by asset, in pieces, for money in 分 */
    record AccountsBody(
            Map<String, Long> balances,
            List<EntryBody> items,
            @Nullable String next) {}

    private final Ledger ledger;
    private final Members members;
    private final Merchants merchants;

    Accounts(Ledger ledger, Members members, Merchants merchants) {
        this.ledger = ledger;
        this.members = members;
        this.merchants = merchants;
    }

    AccountsBody page(MemberId member, List<Asset> assets, @Nullable String cursor) {
        members.member(member);
        var owned = ledger.balances(member);
        var balances = new LinkedHashMap<String, Long>();
        assets.forEach(asset -> balances.put(asset.code(), owned.getOrDefault(asset, 0L)));
        var page = ledger.history(member, assets, cursor, PAGE);
        return new AccountsBody(balances, page.items().stream().map(this::shown).toList(), page.next());
    }

    EntryBody shown(Entry entry) {
        return EntryBody.of(entry, merchants.current().zone());
    }
}
