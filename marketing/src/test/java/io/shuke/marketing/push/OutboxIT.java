package io.shuke.marketing.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.marketing.ShopTest;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.MergedMembers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
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
class OutboxIT {

    private static final Credits.Consented SUB = new Credits.Consented("mini", "sub");
    private static final Verdict TAKEN = new Verdict.Sent(null);

    @Autowired
    Mailing mailing;

    @Autowired
    TransactionTemplate together;

    @Autowired
    ApplicationEventPublisher facts;

    @BeforeEach
    void open() {
        mailing.open();
    }

    private void past(Duration time) {
        mailing.clock().set(mailing.clock().instant().plus(time));
    }

    @Test
    void everybodyIsWrittenToOnceByManyClaimersAtOnce() {
        var people = mailing.join(40);
        var push = mailing.started(Topic.SERVICE, people, 0, Mailing.TEMPLATE);
        var claims = IntStream.range(0, 200)
                .mapToObj(n -> mailing.jdbc()
                        .call(mailing.merchant(), () -> mailing.outbox.claim(3).messages())
                        .toFuture())
                .toList();
        var claimed = new ArrayList<Claimed>();
        claims.stream().map(CompletableFuture::join).forEach(claimed::addAll);

        assertThat(claimed).hasSize(40);
        assertThat(new HashSet<>(claimed.stream().map(Claimed::member).toList()))
                .hasSize(40);
        mailing.settle(claimed, TAKEN);
        past(Duration.ofSeconds(1));
        assertThat(mailing.claim(10)).isEmpty();
        assertThat(mailing.progress(push).state()).isEqualTo(PushState.DONE);
        assertThat(mailing.progress(push).count(RecipientState.SENT)).isEqualTo(40);
        mailing.allAddsUp(push, 40);
    }

    @Test
    void theMessageIsTheMembersOwn() {
        var member = mailing.joins();
        mailing.started(Topic.SERVICE, List.of(member), 0, Mailing.TEMPLATE);
        var claimed = mailing.claim(1).get(0);
        assertThat(claimed.message())
                .isInstanceOfSatisfying(Message.Template.class, template -> assertThat(template.values())
                        .hasEntrySatisfying("thing1", text -> assertThat(text).startsWith("你好会员")));
        assertThat(claimed.address().identity().provider()).isEqualTo("official");
        assertThat(claimed.clientId()).hasSizeLessThanOrEqualTo(32);
    }

    @Test
    void whatASenderHeldWhoDiedIsUnknownAndNeverSentAgain() {
        var push = mailing.started(Topic.SERVICE, mailing.join(5), 0, Mailing.TEMPLATE);
        var claimed = mailing.claim(2);
        past(Duration.ofSeconds(31));
        assertThat(mailing.in(mailing.outbox::abandonLost)).isEqualTo(2);
        assertThat(mailing.claim(10)).hasSize(3);
        assertThat(mailing.progress(push).reasons()).containsEntry(Skip.NODE_DIED, 2L);
        // He was only slow: what he knows is better than nothing.
        mailing.settle(claimed, TAKEN);
        assertThat(mailing.progress(push).count(RecipientState.SENT)).isEqualTo(2);
        assertThat(mailing.progress(push).reasons()).isEmpty();
    }

    @Test
    void aStrangersClaimSettlesNothing() {
        var push = mailing.started(Topic.SERVICE, mailing.join(1), 0, Mailing.TEMPLATE);
        var one = mailing.claim(1).get(0);
        var forged = new Claimed(one.push(), one.member(), one.claim() + 1, 0, 1, 0, one.message(), one.address());
        mailing.settle(List.of(forged), TAKEN);
        assertThat(mailing.progress(push).count(RecipientState.SENDING)).isEqualTo(1);
    }

    @Test
    void whoRefusesBetweenListAndSendingIsNotWrittenTo() {
        var people = mailing.join(3);
        var push = mailing.started(Topic.SERVICE, people, 0, Mailing.TEMPLATE);
        mailing.in(() -> mailing.optOuts.change(people.get(0), Set.of(new OptOut(null, Way.TEMPLATE))));
        mailing.in(() -> mailing.members.deregister(people.get(1)));
        assertThat(mailing.claim(10))
                .extracting(Claimed::member)
                .containsExactly(people.get(2).value());
        assertThat(mailing.progress(push).reasons())
                .containsEntry(Skip.OPTED_OUT, 1L)
                .containsEntry(Skip.GONE, 1L);
    }

    @Test
    void aConsentIsOneMessageAndWithoutItTheNextWayIsTried() {
        var people = mailing.join(2);
        var agreed = people.get(0);
        assertThat(grant(agreed, "a1")).isTrue();
        assertThat(grant(agreed, "a1")).isFalse();
        var push = mailing.started(Topic.SERVICE, people, 0, Mailing.MINI, Mailing.TEMPLATE);
        var claimed = mailing.claim(10);
        assertThat(claimed)
                .extracting(one -> one.message().way())
                .containsExactlyInAnyOrder(Way.SUBSCRIPTION, Way.TEMPLATE);
        assertThat(mailing.in(() -> mailing.credits.of(agreed))).isEmpty();

        mailing.settle(claimed.stream().filter(one -> one.leg() == 0).toList(), new Verdict.Refused(true));
        mailing.settle(claimed.stream().filter(one -> one.leg() == 1).toList(), TAKEN);
        var again = mailing.claim(10);
        assertThat(again).extracting(one -> one.message().way()).containsExactly(Way.TEMPLATE);
        mailing.settle(again, TAKEN);
        assertThat(mailing.progress(push).byWay()).containsExactly(Map.entry(Way.TEMPLATE, 2L));
    }

    @Test
    void theSameAnswerToldFromBothSidesIsOneConsent() {
        var member = mailing.joins();
        assertThat(grant(member, "a1")).isTrue();
        past(Duration.ofSeconds(2));
        assertThat(told(member, "e1")).isFalse();
        assertThat(told(member, "e2")).isTrue();
        assertThat(grant(member, "a2")).isFalse();
        assertThat(mailing.in(() -> mailing.credits.of(member)).get(0).left()).isEqualTo(2);
    }

    private boolean told(MemberId member, String event) {
        return mailing.in(() -> mailing.credits.granted(
                member, SUB, Credits.Teller.PROVIDER, event, mailing.clock().instant()));
    }

    @Test
    void aConsentThatWasNotUsedIsGivenBack() {
        var member = mailing.joins();
        grant(member, "a1");
        mailing.started(Topic.SERVICE, List.of(member), 0, Mailing.MINI);
        mailing.settle(mailing.claim(1), new Verdict.Again());
        past(Duration.ofSeconds(3));
        assertThat(mailing.claim(1)).hasSize(1);
    }

    private boolean grant(MemberId member, String reference) {
        return mailing.in(() -> mailing.credits.granted(
                member, SUB, Credits.Teller.PAGE, reference, mailing.clock().instant()));
    }

    @Test
    void aNoHoldsForThePersonAndAConsentMovesAlong() {
        var kept = mailing.joins();
        var absorbed = mailing.joins();
        grant(absorbed, "a1");
        mailing.in(() -> mailing.optOuts.change(absorbed, Set.of(new OptOut(Topic.OFFER, null))));
        mailing.in(
                () -> together.executeWithoutResult(any -> facts.publishEvent(new MergedMembers(1, kept, absorbed))));
        assertThat(mailing.in(() -> mailing.optOuts.of(kept))).containsExactly(new OptOut(Topic.OFFER, null));
        assertThat(mailing.in(() -> mailing.credits.of(kept)).get(0).left()).isEqualTo(1);

        mailing.in(() -> mailing.members.deregister(kept));
        assertThat(mailing.in(() -> mailing.optOuts.of(kept))).isEmpty();
        assertThat(mailing.in(() -> mailing.credits.of(kept))).isEmpty();
    }

    @Test
    void aUsedUpQuotaParksTheAccountUntilItOpens() {
        var push = mailing.started(Topic.SERVICE, mailing.join(20), 0, Mailing.TEMPLATE);
        var opens = mailing.clock().instant().plus(Duration.ofHours(2));
        mailing.settle(mailing.claim(2), new Verdict.Closed(opens, "quota"));
        assertThat(mailing.claim(10)).isEmpty();
        assertThat(mailing.progress(push).waitsFor())
                .satisfies(wait -> assertThat(wait.why()).isEqualTo("quota"));
        past(Duration.ofHours(2));
        assertThat(mailing.claim(30)).hasSize(20);
    }

    @Test
    void pausedStandsStillAndStoppedForGood() {
        var push = mailing.started(Topic.SERVICE, mailing.join(4), 0, Mailing.TEMPLATE);
        mailing.settle(mailing.claim(1), TAKEN);
        mailing.in(() -> mailing.pushes.pause(push.id()));
        assertThat(mailing.claim(10)).isEmpty();
        mailing.in(() -> mailing.pushes.resume(push.id()));
        mailing.settle(mailing.claim(1), new Verdict.Wrong(40037, true));
        assertThat(mailing.progress(push).why()).isEqualTo("wrong:40037");
        mailing.in(() -> mailing.pushes.stop(push.id()));
        assertThatThrownBy(() -> mailing.in(() -> mailing.pushes.resume(push.id())))
                .hasMessage("push.wrong-state");
        assertThat(mailing.progress(push).count(RecipientState.SKIPPED)).isEqualTo(3);
        assertThat(mailing.progress(push).isOver()).isTrue();
    }

    @Test
    void nightIsNoTimeForOffers() {
        var member = mailing.joins();
        grant(member, "a1");
        mailing.started(Topic.OFFER, List.of(member), 0, Mailing.MINI);
        past(Duration.ofHours(11));
        assertThat(mailing.claim(1)).isEmpty();
        past(Duration.ofHours(10));
        assertThat(mailing.claim(1)).hasSize(1);
    }

    @Test
    void someGetNothingToCompareWith() {
        var push = mailing.started(Topic.SERVICE, mailing.join(60), 50, Mailing.TEMPLATE);
        var held = mailing.progress(push).count(RecipientState.HELD_OUT);
        assertThat(held).isBetween(15L, 45L);
        assertThat(mailing.claim(100)).hasSize((int) (60 - held));
    }

    @Test
    void theProvidersLastWordSettlesWhicheverComesFirst() {
        var push = mailing.started(Topic.SERVICE, mailing.join(2), 0, Mailing.TEMPLATE);
        var claimed = mailing.claim(2);
        var now = mailing.clock().instant();
        mailing.in(() -> mailing.outbox.finished("official", "77", "failed:user block", now));
        mailing.settle(List.of(claimed.get(0)), new Verdict.Sent("77"));
        mailing.settle(List.of(claimed.get(1)), new Verdict.Sent("78"));
        mailing.in(() -> mailing.outbox.finished("official", "78", "success", now));
        mailing.in(() -> mailing.outbox.finished("official", "78", "success", now));
        assertThat(mailing.progress(push).reasons()).containsExactly(Map.entry(Skip.BLOCKED, 1L));
        assertThat(mailing.count(
                        "SELECT COUNT(*) FROM push_recipient WHERE merchant_id = ? AND delivered_at IS NOT NULL"))
                .isEqualTo(1);
    }

    @Test
    void aNoticeIsToldOnceAndGoesTheSameRoad() {
        var member = mailing.joins();
        var notice = new NewNotice("level:1", member, "升级了", Topic.SERVICE, List.of(Mailing.TEMPLATE), false);
        mailing.in(() -> together.executeWithoutResult(any -> mailing.postbox.post(notice)));
        mailing.in(() -> together.executeWithoutResult(any -> mailing.postbox.post(notice)));
        var claimed = mailing.claim(10);
        assertThat(claimed).hasSize(1);
        mailing.settle(claimed, TAKEN);
        assertThat(mailing.claim(10)).isEmpty();
        assertThat(mailing.count("SELECT COUNT(*) FROM push WHERE merchant_id = ? AND state = 'DONE'"))
                .isEqualTo(1);
    }

    @Test
    void whomItReachesIsSaidBefore() {
        var people = mailing.join(3);
        grant(people.get(0), "a1");
        var asked = new NewPush("上新", Topic.NEWS, List.of(Mailing.MINI), Mailing.to(people), null, 0, "staff:1");
        var reach = mailing.in(() -> mailing.pushes.reach(asked));
        assertThat(reach.byWay()).containsExactly(Map.entry(Way.SUBSCRIPTION, 1L));
        assertThat(reach.reasons()).containsExactly(Map.entry(Skip.NO_CREDIT, 2L));
    }
}
