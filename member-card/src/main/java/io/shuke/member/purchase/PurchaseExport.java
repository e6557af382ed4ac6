package io.shuke.member.purchase;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A member's bills among everything that is held on him. */
@Component
class PurchaseExport implements ExportPart {

    private final Purchases purchases;

    PurchaseExport(Purchases purchases) {
        this.purchases = purchases;
    }

    @Override
    public String name() {
        return "purchases";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return purchases.all(member).stream()
                .map(bought -> Map.<String, Object>of(
                        "at", bought.bill().at(),
                        "orderNo", bought.bill().order().number(),
                        "channel", bought.bill().order().channel(),
                        "paidFen", bought.bill().paid().value(),
                        "refundedFen", bought.refunded().value(),
                        "goods",
                                bought.bill().lines().stream()
                                        .map(BillLine::name)
                                        .toList()))
                .toList();
    }
}
