package io.shuke.marketing.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferralPlanTest {

    @ParameterizedTest
    @ValueSource(strings = {"SHARE", "MOMENTS", "FOLLOW", "first_bill", ""})
    void nothingButTheFirstBillCanBeRewarded(String deed) {
        assertThatThrownBy(() -> ReferralPlan.refuseForbidden(Set.of(ReferralPlan.FIRST_BILL, deed)))
                .hasMessage("referral.sharing-forbidden");
    }

    @Test
    void threeLevelsAreForbiddenByLaw() {
        assertThatThrownBy(() -> new Commission(List.of(50, 20, 10), 3)).hasMessage("referral.levels-forbidden");
        assertThatCode(() -> new Commission(List.of(50, 20), 3)).doesNotThrowAnyException();
        assertThatCode(() -> ReferralPlan.refuseForbidden(Set.of(ReferralPlan.FIRST_BILL)))
                .doesNotThrowAnyException();
    }

    @Test
    void commissionHasBoundsAndAThreshold() {
        assertThatThrownBy(() -> new Commission(List.of(), 3)).hasMessage("referral.plan-impossible");
        assertThatThrownBy(() -> new Commission(List.of(201), 3)).hasMessage("referral.plan-impossible");
        assertThatThrownBy(() -> new Commission(List.of(20, 50), 3)).hasMessage("referral.plan-impossible");
        assertThatThrownBy(() -> new Commission(List.of(50), 0)).hasMessage("referral.plan-impossible");
    }

    @Test
    void aPlanInForcePromisesSomethingToSomebody() {
        assertThatThrownBy(() -> new ReferralPlan(true, null, null, 1, 7, 5, 50, 10, null))
                .hasMessage("referral.plan-impossible");
        assertThatThrownBy(() -> new ReferralPlan(true, 1L, null, 1, 91, 5, 50, 10, null))
                .hasMessage("referral.plan-impossible");
        assertThatThrownBy(() -> new ReferralPlan(true, 1L, null, 1, 7, 5, 4, 10, null))
                .hasMessage("referral.plan-impossible");
    }

    @Test
    void aCodeFitsTheSceneOfAMiniProgramAndIsReadBack() {
        var code = InviteCode.random(new Random(7));

        assertThat(code.scene()).hasSizeLessThanOrEqualTo(32).matches("[0-9A-Za-z-]+");
        assertThat(InviteCode.read(null, code.scene())).contains(code);
        assertThat(InviteCode.read(code.value(), "front-door")).contains(code);
        assertThat(InviteCode.read("0OIl", "front-door")).isEmpty();
        assertThat(InviteCode.read(null, null)).isEmpty();
    }
}
