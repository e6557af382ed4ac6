package io.shuke.member.membership;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.Slice;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The members (会员) of the merchant in scope. */
@Service
public class Members {

    private static final int LARGEST_PAGE = 100;

    private final Register register;
    private final Recognition recognition;
    private final Enrolment enrolment;
    private final Profiles profiles;
    private final Phones phones;
    private final Leaving leaving;
    private final Fans fans;
    private final Exports exports;
    private final BlindIndex blind;
    private final Clock clock;

    Members(
            Register register,
            Recognition recognition,
            Enrolment enrolment,
            Profiles profiles,
            Phones phones,
            Leaving leaving,
            Fans fans,
            Exports exports,
            BlindIndex blind,
            Clock clock) {
        this.register = register;
        this.recognition = recognition;
        this.enrolment = enrolment;
        this.profiles = profiles;
        this.phones = phones;
        this.leaving = leaving;
        this.fans = fans;
        this.exports = exports;
        this.blind = blind;
        this.clock = clock;
    }

    /**
     * Finds a member by any of his identities, links those that are missing, and merges two members that turn out to be
     * one person. Only that needs a transaction; a regular guest costs one query.
     *
     * @param shown first the one through which the person came
     */
    public Optional<Member> recognise(List<Identity> shown) {
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        var sighting = Sighting.of(shown, null, blind);
        var found = recognition.find(sighting);
        var known = Recognition.firstActive(found);
        return (known.isEmpty() || Recognition.settled(sighting, found) ? known : recognition.settle(sighting, false))
                .map(register::shown);
    }

    /** Makes a member of the person, or finds the one that he already is. */
    @Transactional
    public Joined join(Joining joining) {
        return enrolment.join(joining);
    }

    /** A member who was absorbed by another is that other one now. */
    public Member member(MemberId id) {
        return register.shown(register.present(id));
    }

    /** What the card shows of the member; the cheaper question, for nothing personal is opened for it. */
    public String cardNumber(MemberId id) {
        return register.present(id).number();
    }

    /** All members, the newest first, without those who took their authorisation back: these are kept, not looked at. */
    public Slice<Member> page(@Nullable String cursor, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var page = Slice.of(register.page(before(cursor), limit + 1), limit, MemberRow::id);
        return new Slice<>(page.items().stream().map(register::shown).toList(), page.next());
    }

    /**
     * By card number or phone number, whole and as people type it. A name cannot be looked for: it is sealed with the
     * member's own key.
     */
    public Optional<Member> find(String typed) {
        var text = typed.replaceAll("[\\s-]", "");
        if (CardNumber.valid(text)) {
            return register.numbered(text).map(register::shown);
        }
        if (!Phone.looksLike(text)) {
            return Optional.empty();
        }
        var sighting = Sighting.of(List.of(new Phone(text).identity()), null, blind);
        return Recognition.firstActive(recognition.find(sighting)).map(register::shown);
    }

    /** How many of those who are members now have joined from then on, and before the other instant. */
    public long joined(Instant from, Instant until) {
        return register.joined(from, until);
    }

    private static long before(@Nullable String cursor) {
        if (cursor == null) {
            return Long.MAX_VALUE;
        }
        try {
            return Long.parseLong(cursor);
        } catch (NumberFormatException malformed) {
            throw MembershipRefusal.badCursor();
        }
    }

    /** Who is a member, in ascending order: for whoever does something for everybody, page by page. */
    public List<Long> idsAfter(long after, int limit) {
        return register.idsAfter(after, limit);
    }

    /** Those among them who are members now, in ascending order. */
    public List<Long> idsAmong(Collection<Long> ids) {
        return ids.isEmpty() ? List.of() : register.idsAmong(ids);
    }

    public long count() {
        return register.count();
    }

    public List<ImportantDate> dates(MemberId id) {
        return register.dates(register.present(id));
    }

    /** In the clear, for whoever sends to the member; never for a log or an answer. Without the phone. */
    public List<Identity> identities(MemberId id) {
        return register.identities(register.present(id)).stream()
                .filter(identity -> !identity.isPhone())
                .toList();
    }

    @Transactional
    public Member change(MemberId id, ProfileChange change) {
        var row = register.held(id);
        profiles.change(row, change);
        return member(id);
    }

    /** @return the member who has the phone now: another one when the number showed that two members are one person */
    @Transactional
    public Member addPhone(MemberId id, Phone phone) {
        return member(new MemberId(phones.add(register.present(id).id(), phone)));
    }

    /** The authorisation given through this identity was taken back: deletes what came that way. */
    @Transactional
    public void withdraw(Identity identity) {
        leaving.withdraw(identity);
    }

    public boolean following(Identity identity) {
        return fans.following(identity);
    }

    @Transactional
    public void followed(Identity identity) {
        fans.record(identity, true, clock.instant());
    }

    @Transactional
    public void unfollowed(Identity identity) {
        fans.record(identity, false, clock.instant());
    }

    /** @param at when it happened; an event that arrives after a later one changes nothing */
    @Transactional
    public void followed(Identity identity, Instant at) {
        fans.record(identity, true, at);
    }

    @Transactional
    public void unfollowed(Identity identity, Instant at) {
        fans.record(identity, false, at);
    }

    /** Accounts are settled, everything personal is deleted; the same person may join again as somebody new. */
    @Transactional
    public void deregister(MemberId id) {
        leaving.deregister(register.held(id).id());
    }

    public Export export(MemberId id) {
        return exports.of(register.present(id));
    }
}
