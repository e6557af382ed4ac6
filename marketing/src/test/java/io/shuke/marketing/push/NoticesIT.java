package io.shuke.marketing.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.ShopTest;
import io.shuke.marketing.stamp.StampRewardEarned;
import io.shuke.member.balance.BalanceChanged;
import io.shuke.member.balance.Purse;
import io.shuke.member.ground.Fen;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.level.Level;
import io.shuke.member.level.LevelAtRisk;
import io.shuke.member.level.LevelRaised;
import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class NoticesIT {

    @Autowired
    Mailing mailing;

    @Autowired
    Ledger ledger;

    @Autowired
    Reminders reminders;

    @Autowired
    TransactionTemplate together;

    @Autowired
    ApplicationEventPublisher facts;

    @BeforeEach
    void open() {
        mailing.open();
    }

    private NoticeTerms terms(Occasion occasion, boolean on, String text, int version) {
        var message = new Message.Template("official", "tpl", Map.of("thing1", text), "/h5/card");
        return new NoticeTerms(occasion, on, occasion.ahead(), List.of(message), version);
    }

    private NoticeTerms on(Occasion occasion, String text) {
        return mailing.in(() -> mailing.notices.change(terms(occasion, true, text, 0)));
    }

    private void happens(Object fact) {
        mailing.in(() -> together.executeWithoutResult(any -> facts.publishEvent(fact)));
    }

    private void earns(MemberId member, long points, String reference) {
        mailing.in(() -> ledger.post(earning(member, points, reference)));
    }

    private static Movement earning(MemberId member, long points, String reference) {
        return Movement.earn(member, Asset.POINTS, points, Reason.PURCHASE, new Reference(reference));
    }

    private List<String> told() {
        var claimed = mailing.claim(100);
        mailing.settle(claimed, new Verdict.Sent(null));
        return claimed.stream()
                .map(one -> ((Message.Template) one.message()).values().get("thing1"))
                .toList();
    }

    private static LevelRaised raised(MemberId member) {
        return new LevelRaised(member, new Level(1, "普卡"), new Level(2, "银卡"), null);
    }

    @Test
    void whatIsOffIsNotTold() {
        var member = mailing.joins();
        happens(raised(member));
        var terms = on(Occasion.LEVEL_UP, "{原等级}到{等级}");
        mailing.in(() -> mailing.notices.change(terms(Occasion.LEVEL_UP, false, "{等级}", terms.version())));
        happens(raised(member));
        assertThat(told()).isEmpty();
    }

    @Test
    void eachFactIsToldInItsOwnWords() {
        for (var occasion : List.of(
                Occasion.JOINED,
                Occasion.LEVEL_UP,
                Occasion.LEVEL_AT_RISK,
                Occasion.BALANCE_CHANGED,
                Occasion.STAMP_REWARD)) {
            var words = occasion.words().stream().map(Occasion.Word::name).toList();
            on(occasion, String.join("|", words));
        }
        var member = mailing.joins();
        happens(raised(member));
        happens(new LevelAtRisk(member, new Level(2, "银卡"), 2, 100, "差1次"));
        var left = new Purse(new Fen(1000), new Fen(200));
        happens(new BalanceChanged(
                7, member, new Fen(-300), left, "付款", mailing.clock().instant()));
        happens(new StampRewardEarned(8, member, "咖啡卡", "拿铁"));
        assertThat(told())
                .containsExactlyInAnyOrder(
                        "2026年11月25日",
                        "普卡|银卡|2026年11月25日",
                        "银卡|差1次|2|2026年11月25日",
                        "-¥3.00|¥3.00|付款|¥12…",
                        "咖啡卡|拿铁|2026年11月25日");
    }

    @Test
    void aFactThatIsHeardOfByManyAtOnceIsToldOnce() {
        on(Occasion.LEVEL_UP, "{等级}");
        var member = mailing.joins();
        IntStream.range(0, 200)
                .mapToObj(n -> mailing.jdbc()
                        .call(mailing.merchant(), () -> {
                            together.executeWithoutResult(any -> facts.publishEvent(raised(member)));
                            return true;
                        })
                        .toFuture())
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(told()).containsExactly("银卡");
        assertThat(mailing.count("SELECT COUNT(*) FROM push WHERE merchant_id = ? AND kind = 'NOTICE'"))
                .isEqualTo(1);
    }

    @Test
    void aFactThatIsTakenBackIsNotTold() {
        on(Occasion.POINTS_CHANGED, "{原因}{变动}，共{余额}");
        var member = mailing.joins();
        assertThatThrownBy(() -> mailing.in(() -> together.executeWithoutResult(any -> {
                    ledger.post(earning(member, 5, "bill:0"));
                    throw new IllegalStateException("the bill failed");
                })))
                .hasMessage("the bill failed");
        earns(member, 38, "bill:1");
        earns(member, 38, "bill:1");
        assertThat(told()).containsExactly("消费+38，共38");
    }

    @Test
    void theMembersNoHoldsByTopic() {
        on(Occasion.LEVEL_UP, "{等级}");
        on(Occasion.POINTS_CHANGED, "{变动}");
        var member = mailing.joins();
        mailing.in(() -> mailing.optOuts.change(member, Set.of(new OptOut(Topic.POINTS, null))));
        earns(member, 38, "bill:1");
        happens(raised(member));
        assertThat(told()).containsExactly("银卡");
    }

    @Test
    void atNightOnlyTheImpatientIsTold() {
        on(Occasion.LEVEL_UP, "{等级}");
        on(Occasion.POINTS_CHANGED, "{变动}");
        var member = mailing.joins();
        mailing.clock().set(mailing.clock().instant().plus(Duration.ofHours(11)));
        earns(member, 38, "bill:1");
        happens(raised(member));
        assertThat(told()).containsExactly("+38");
        mailing.clock().set(mailing.clock().instant().plus(Duration.ofHours(10)));
        assertThat(told()).containsExactly("银卡");
    }

    @Test
    void whatEndsInAMonthIsToldOfOnceAndAhead() {
        on(Occasion.POINTS_EXPIRING, "{到期积分}到{到期日}");
        var member = mailing.joins();
        for (var lot :
                Map.of("2026-12-20", 30, "2026-12-28", 8, "2027-01-10", 5).entrySet()) {
            var good =
                    earning(member, lot.getValue(), "bill:" + lot.getKey()).goodThrough(LocalDate.parse(lot.getKey()));
            mailing.in(() -> ledger.post(good));
        }
        assertThat(toldOn("2026-12-04")).isEmpty();
        assertThat(toldOn("2026-12-05")).containsExactly("38到2026年12月20日");
        assertThat(toldOn("2026-12-13")).isEmpty();
        assertThat(toldOn("2026-12-26")).containsExactly("5到2027年1月10日");
    }

    private List<String> toldOn(String day) {
        mailing.in(() -> reminders.run(LocalDate.parse(day)));
        mailing.in(() -> reminders.run(LocalDate.parse(day)));
        return told();
    }

    @Test
    void whoChangesWhatAnotherChangedIsToldSo() {
        var first = on(Occasion.JOINED, "欢迎");
        assertThat(first.version()).isEqualTo(1);
        assertThatThrownBy(() -> on(Occasion.JOINED, "你好")).hasMessage("push.notice-changed");
        mailing.in(() -> mailing.notices.change(terms(Occasion.JOINED, true, "你好", 1)));
        assertThatThrownBy(() -> mailing.in(() -> mailing.notices.change(terms(Occasion.JOINED, true, "嗨", 1))))
                .hasMessage("push.notice-changed");
        assertThat(mailing.in(mailing.notices::all)).hasSize(Occasion.values().length);
    }
}
