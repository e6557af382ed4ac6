package io.shuke.marketing.home;

import io.shuke.marketing.audience.Segment;
import io.shuke.marketing.audience.Segments;
import io.shuke.marketing.coupon.CouponBatches;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.marketing.coupon.NewBatch;
import io.shuke.marketing.coupon.Way;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Today's few things: what is known of the members anyway, counted once a day in a large shop and every few minutes in a small
 * one. What somebody has done about a matter does not come back the same day.
 */
@Service
public class Suggestions {

    /** Up to here all of them are counted in the blink of an eye. */
    private static final int SMALL = 5_000;

    private static final Duration FRESH = Duration.ofMinutes(5);
    /** So that a thumb that slipped can stop it. */
    private static final Duration SECOND_THOUGHT = Duration.ofSeconds(15);

    private static final int AT_ONCE = 5_000;
    /** As many as a batch of coupons takes by name. */
    private static final int MOST = 10_000;

    private static final int DAYS_KEPT = 90;

    /** @param used of the coupons that were given */
    public record Outcome(Suggestion suggestion, long given, long used) {}

    private final SuggestionMapper mapper;
    private final Counting counting;
    private final Segments segments;
    private final CouponBatches batches;
    private final Coupons coupons;
    private final Members members;
    private final Merchants merchants;
    private final Clock clock;

    Suggestions(
            SuggestionMapper mapper,
            Counting counting,
            Segments segments,
            CouponBatches batches,
            Coupons coupons,
            Members members,
            Merchants merchants,
            Clock clock) {
        this.mapper = mapper;
        this.counting = counting;
        this.segments = segments;
        this.batches = batches;
        this.coupons = coupons;
        this.members = members;
        this.merchants = merchants;
        this.clock = clock;
    }

    /** What nobody has done yet, the most pressing first, at most five. */
    public List<Suggestion> open() {
        return Suggestion.ranked(counted());
    }

    /** What has been done today. */
    public List<Suggestion> done() {
        return of(today()).filter(one -> one.done() != null).toList();
    }

    /** What became of the coupons that were given a week ago. */
    public List<Outcome> aWeekAgo() {
        return of(today().minusDays(7))
                .flatMap(one -> Stream.ofNullable(one.done()).map(done -> outcome(one, done)))
                .filter(outcome -> outcome.given() > 0)
                .toList();
    }

    private Outcome outcome(Suggestion suggestion, Suggestion.Done done) {
        if (done.offer() == null || done.subject() == null) {
            return new Outcome(suggestion, 0, 0);
        }
        var response = coupons.response(done.offer(), "batch:" + done.subject());
        return new Outcome(suggestion, response.given(), response.used());
    }

    /** Counts all of them for the day, and forgets old days. @return how many were counted */
    public int prepare() {
        mapper.forget(today().minusDays(DAYS_KEPT));
        Stream.of(Matter.values()).forEach(this::count);
        return Matter.values().length;
    }

    private List<Suggestion> counted() {
        Map<Matter, Suggestion> known = new EnumMap<>(Matter.class);
        of(today()).forEach(one -> known.put(one.matter(), one));
        var old = clock.instant().minus(FRESH);
        var stale = Stream.of(Matter.values())
                .filter(matter -> isStale(known.get(matter), old))
                .toList();
        if (stale.isEmpty()) {
            return List.copyOf(known.values());
        }
        var small = isSmall();
        stale.stream()
                .filter(matter ->
                        small || known.get(matter) == null || matter.people().isEmpty())
                .forEach(this::count);
        return of(today()).toList();
    }

    private static boolean isStale(@Nullable Suggestion known, Instant old) {
        return known == null || known.done() == null && known.countedAt().isBefore(old);
    }

    /** Without counting them all. Troubles are few in a large shop too, and nobody should hear of them tomorrow. */
    private boolean isSmall() {
        return members.idsAfter(0, SMALL + 1).size() <= SMALL;
    }

    private void count(Matter matter) {
        var zone = merchants.current().zone();
        counting.count(matter, today(), zone, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    private Stream<Suggestion> of(LocalDate day) {
        return mapper.of(day).stream()
                .map(SuggestionMapper.SuggestionRow::toDomain)
                .sorted((one, other) -> one.matter().compareTo(other.matter()));
    }

    /**
     * A coupon for each of those it is about just now, at most 10 000. Asked for again, it is the same.
     *
     * @throws SuggestionRefusal {@code home.already-done} when something else was done about it today
     */
    @Transactional
    public Suggestion gift(Matter matter, long offer, String actor) {
        if (!take(matter, Deed.GIFT, actor)) {
            return same(matter, Deed.GIFT, offer);
        }
        var people = people(matter);
        if (people.isEmpty()) {
            throw SuggestionRefusal.nobodyLeft();
        }
        var batch = batches.start(new NewBatch(
                offer,
                Way.BULK,
                people,
                clock.instant().plus(SECOND_THOUGHT),
                "home " + today() + " " + matter.name(),
                actor));
        mapper.tell(today(), matter.name(), people.size(), batch.id(), offer);
        return one(matter);
    }

    /** Keeps them as a segment, for a message to be written to. */
    @Transactional
    public Suggestion push(Matter matter, String actor) {
        if (!take(matter, Deed.PUSH, actor)) {
            return same(matter, Deed.PUSH, null);
        }
        var segment = segment(matter, actor);
        mapper.tell(today(), matter.name(), one(matter).many(), segment.id().value(), null);
        return one(matter);
    }

    private Segment segment(Matter matter, String actor) {
        var people = matter.people().orElseThrow(SuggestionRefusal::otherwise);
        return segments.all().stream()
                .filter(kept -> kept.condition().equals(people))
                .findFirst()
                .orElseGet(() -> segments.save(matter.segment(), people, actor));
    }

    /** Looked at, and enough for today. */
    @Transactional
    public Suggestion seen(Matter matter, String actor) {
        return take(matter, Deed.SEEN, actor) ? one(matter) : same(matter, Deed.SEEN, null);
    }

    private boolean take(Matter matter, Deed deed, String actor) {
        if (!matter.deeds().contains(deed)) {
            throw SuggestionRefusal.otherwise();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return mapper.take(today(), matter.name(), deed.name(), actor, now) == 1;
    }

    /** What was asked for has been done already, if it was that. */
    private Suggestion same(Matter matter, Deed deed, @Nullable Long offer) {
        var known = one(matter);
        var done = known.done();
        if (done == null || done.deed() != deed || offer != null && !offer.equals(done.offer())) {
            throw SuggestionRefusal.alreadyDone();
        }
        return known;
    }

    private Suggestion one(Matter matter) {
        return of(today()).filter(one -> one.matter() == matter).findFirst().orElseThrow(SuggestionRefusal::notToday);
    }

    private List<MemberId> people(Matter matter) {
        var condition = matter.people().orElseThrow(SuggestionRefusal::otherwise);
        var now = clock.instant();
        var all = new ArrayList<MemberId>();
        var page = segments.page(condition, now, null, AT_ONCE);
        while (!page.isEmpty() && all.size() < MOST) {
            all.addAll(page);
            page = segments.page(condition, now, page.get(page.size() - 1), AT_ONCE);
        }
        return all;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), merchants.current().zone());
    }
}
