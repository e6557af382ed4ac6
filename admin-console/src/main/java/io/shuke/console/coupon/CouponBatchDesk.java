package io.shuke.console.coupon;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.marketing.audience.SegmentId;
import io.shuke.marketing.audience.Segments;
import io.shuke.marketing.coupon.CouponBatch;
import io.shuke.marketing.coupon.CouponBatches;
import io.shuke.marketing.coupon.NewBatch;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Coupons for many: asked for here, given in the background, watched here. */
@RestController
class CouponBatchDesk {

    private static final int PAGE = 20;
    private static final int A_PAGE = 5_000;
    /** Nobody wants to be woken by a coupon. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    /**
     * @param members by id; left out it is everybody
     * @param segmentId whoever is in it when this is asked; not together with members
     * @param on a day, such as a festival, on whose morning it begins; left out it is at once
     */
    record BatchWish(
            @Nullable String offerId,
            @Nullable List<@Nullable String> members,
            @Nullable String segmentId,
            @Nullable LocalDate on) {}

    record BatchBody(
            String id,
            String offerId,
            Way way,
            CouponBatch.State state,
            Instant notBefore,
            long members,
            long issued,
            long skipped,
            int percent,
            Instant madeAt,
            @Nullable Instant endedAt) {

        static BatchBody of(CouponBatch batch) {
            var done = batch.issued() + batch.skipped();
            var ended = batch.state() == CouponBatch.State.DONE || batch.members() == 0;
            return new BatchBody(
                    Long.toString(batch.id()),
                    Long.toString(batch.offer()),
                    batch.way(),
                    batch.state(),
                    batch.notBefore(),
                    batch.members(),
                    batch.issued(),
                    batch.skipped(),
                    ended ? 100 : (int) Math.min(99, done * 100 / batch.members()),
                    batch.madeAt(),
                    batch.endedAt());
        }
    }

    record BatchesBody(List<BatchBody> items, @Nullable String next) {}

    private final CouponBatches batches;
    private final Segments segments;
    private final Merchants merchants;
    private final Clock clock;
    private final Jdbc jdbc;

    CouponBatchDesk(CouponBatches batches, Segments segments, Merchants merchants, Clock clock, Jdbc jdbc) {
        this.batches = batches;
        this.segments = segments;
        this.merchants = merchants;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /** With the same {@code Idempotency-Key} again it is the same batch. */
    @PostMapping("/console/api/coupons/batches")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<BatchBody> start(
            ConsoleUser user,
            @RequestBody BatchWish wish,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        if (wish.offerId() == null) {
            throw new ServerWebInputException("an offer");
        }
        var offer = TermsBody.id(wish.offerId());
        if (wish.members() != null && wish.segmentId() != null) {
            throw new ServerWebInputException("members or a segment");
        }
        var named = members(wish.members());
        var by = "staff:" + user.staff().value();
        var reference = key == null ? UUID.randomUUID().toString() : by + " " + key;
        return jdbc.call(user.merchant(), () -> {
            var zone = merchants.current().zone();
            var morning = wish.on() == null
                    ? null
                    : wish.on().atTime(MORNING).atZone(zone).toInstant();
            var members = wish.segmentId() == null ? named : membersOf(new SegmentId(TermsBody.id(wish.segmentId())));
            var way = wish.on() == null ? Way.BULK : Way.FESTIVAL;
            return BatchBody.of(batches.start(new NewBatch(offer, way, members, morning, reference, by)));
        });
    }

    /** As it is now: who comes into it later gets none. */
    private List<MemberId> membersOf(SegmentId segment) {
        var members = new ArrayList<MemberId>();
        var asOf = clock.instant();
        var page = segments.membersOf(segment, asOf, null, A_PAGE);
        while (!page.isEmpty()) {
            members.addAll(page);
            page = segments.membersOf(segment, asOf, page.get(page.size() - 1), A_PAGE);
        }
        return members;
    }

    private static @Nullable List<MemberId> members(@Nullable List<@Nullable String> ids) {
        if (ids == null) {
            return null;
        }
        var members = new ArrayList<MemberId>();
        for (var id : ids) {
            members.add(new MemberId(TermsBody.id(id == null ? "" : id)));
        }
        return members;
    }

    @GetMapping("/console/api/coupons/batches")
    Mono<BatchesBody> page(ConsoleUser user, @RequestParam(required = false) @Nullable String cursor) {
        return jdbc.call(user.merchant(), () -> batches.page(cursor, PAGE))
                .map(page ->
                        new BatchesBody(page.items().stream().map(BatchBody::of).toList(), page.next()));
    }

    @GetMapping("/console/api/coupons/batches/{id}")
    Mono<BatchBody> one(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> batches.batch(id)).map(BatchBody::of);
    }

    @DeleteMapping("/console/api/coupons/batches/{id}")
    Mono<BatchBody> stop(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> batches.stop(id)).map(BatchBody::of);
    }
}
