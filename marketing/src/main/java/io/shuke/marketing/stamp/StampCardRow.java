package io.shuke.marketing.stamp;

import io.shuke.member.ground.Fen;
import java.util.List;

record StampCardRow(long id, int version, String title, String earning, long fromFen, String goods, boolean offered) {

    private static final String VISIT = "VISIT";
    private static final String BILL = "BILL";
    private static final String PIECE = "PIECE";

    static StampCardRow of(StampCard card) {
        var terms = card.terms();
        var earning = terms.earning();
        return new StampCardRow(
                card.id().value(),
                card.version(),
                terms.title(),
                earning instanceof Earning.PerVisit ? VISIT : earning instanceof Earning.PerBill ? BILL : PIECE,
                earning instanceof Earning.PerBill bill ? bill.from().value() : 0,
                earning instanceof Earning.PerPiece piece ? String.join("\n", piece.goods()) : "",
                card.offered());
    }

    StampCard toDomain(List<StampReward> rewards) {
        return new StampCard(new StampCardId(id), version, new StampTerms(title, toEarning(), rewards), offered);
    }

    private Earning toEarning() {
        return switch (earning) {
            case VISIT -> new Earning.PerVisit();
            case BILL -> new Earning.PerBill(new Fen(fromFen));
            case PIECE -> new Earning.PerPiece(List.of(goods.split("\n")));
            default -> throw new IllegalStateException(earning);
        };
    }
}
