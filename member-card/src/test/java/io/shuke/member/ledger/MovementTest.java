package io.shuke.member.ledger;

import static io.shuke.member.ledger.LedgerIT.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shuke.member.membership.MemberId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MovementTest {

    private static final MemberId MEMBER = new MemberId(1);
    private static final Reference REFERENCE = new Reference("bill:1");

    @ParameterizedTest
    @ValueSource(longs = {0, -1, -1_000_000_000})
    void movesAPositiveNumberOfPoints(long points) {
        refused(() -> Movement.earn(MEMBER, Asset.POINTS, points, Reason.PURCHASE, REFERENCE), "ledger.not-positive");
        refused(() -> Movement.spend(MEMBER, Asset.POINTS, points, Reason.GIFT, REFERENCE), "ledger.not-positive");
        refused(
                () -> Reversal.of(MEMBER, Asset.POINTS, REFERENCE, REFERENCE, Reason.REFUND)
                        .only(points),
                "ledger.not-positive");
    }

    @ParameterizedTest
    @ValueSource(longs = {1_000_000_001L, 1L << 31, Long.MAX_VALUE, -1_000_000_001L, Long.MIN_VALUE})
    void pointsHaveABound(long points) {
        refused(() -> Movement.earn(MEMBER, Asset.POINTS, points, Reason.PURCHASE, REFERENCE), "ledger.out-of-bounds");
    }

    static Stream<String> noReferences() {
        return Stream.of("", " ", "a b", "账单", "a\n", "x".repeat(65), "\u0000", "ａ");
    }

    @ParameterizedTest
    @MethodSource("noReferences")
    void aReferenceIsShortVisibleAscii(String text) {
        refused(() -> new Reference(text), "ledger.bad-reference");
    }

    @Test
    void aReferenceMayHaveSixtyFourCharacters() {
        assertThat(new Reference("x".repeat(64)).value()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void aNoteSaysSomething(String note) {
        refused(
                () -> Movement.earn(MEMBER, Asset.POINTS, 1, Reason.GRANT, REFERENCE)
                        .noting(note),
                "ledger.bad-note");
    }

    @Test
    void aNoteIsShort() {
        refused(
                () -> Movement.earn(MEMBER, Asset.POINTS, 1, Reason.GRANT, REFERENCE)
                        .noting("好".repeat(201)),
                "ledger.bad-note");
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void aReasonGoesOneWay(Reason reason) {
        var earns = reason.is(Reason.Kind.EARNS);
        var spends = reason.is(Reason.Kind.SPENDS);
        if (!earns) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Movement.earn(MEMBER, Asset.POINTS, 1, reason, REFERENCE));
        }
        if (!spends) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Movement.spend(MEMBER, Asset.POINTS, 1, reason, REFERENCE));
        }
        if (!reason.is(Reason.Kind.REVERSES)) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Reversal.of(MEMBER, Asset.POINTS, REFERENCE, REFERENCE, reason));
        }
    }
}
