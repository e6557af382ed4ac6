package io.shuke.member.ledger;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a member gets to see when he asks for everything we hold on him: each line of each account. */
@Component
class LedgerExport implements ExportPart {

    private final LedgerMapper mapper;

    LedgerExport(LedgerMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return mapper.balances(member.value()).stream()
                .map(row -> new Owned(member, new Asset(row.asset())))
                .flatMap(owned ->
                        mapper.history(member.value(), owned.asset().code(), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                                .map(row -> row.toDomain(owned)))
                .map(entry -> Map.<String, Object>of(
                        "asset", entry.asset().code(),
                        "at", entry.at(),
                        "text", entry.text(),
                        "change", entry.change(),
                        "balance", entry.balance(),
                        "reference", entry.reference().value()))
                .toList();
    }
}
