package io.shuke.member.membership;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.merchant.Merchants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What members tell about themselves, and the rules for it. */
@Component
class Profiles {

    private static final int LONGEST_NICKNAME = 32;
    private static final int LONGEST_VALUE = 100;
    private static final int MOST_DATES = 10;

    private final MemberMapper members;
    private final DateMapper dates;
    private final ProfileFields fields;
    private final Merchants merchants;
    private final FieldCipher cipher;
    private final DaysOfTheYear days;
    private final SearchIndex search;
    private final Ids ids;
    private final Clock clock;

    Profiles(
            MemberMapper members,
            DateMapper dates,
            ProfileFields fields,
            Merchants merchants,
            FieldCipher cipher,
            DaysOfTheYear days,
            SearchIndex search,
            Ids ids,
            Clock clock) {
        this.members = members;
        this.dates = dates;
        this.fields = fields;
        this.merchants = merchants;
        this.cipher = cipher;
        this.days = days;
        this.search = search;
        this.ids = ids;
        this.clock = clock;
    }

    static String nickname(String typed) {
        return Text.line(typed, LONGEST_NICKNAME, () -> MembershipRefusal.nicknameMalformed(LONGEST_NICKNAME));
    }

    @Nullable
    LocalDate birthday(@Nullable LocalDate told) {
        var today = LocalDate.now(clock.withZone(merchants.current().zone()));
        return told == null ? null : Birthday.accepted(told, today);
    }

    /** The member's row is held by this transaction. */
    void change(MemberRow row, ProfileChange change) {
        if (row.state() != MemberState.ACTIVE) {
            throw MembershipRefusal.withdrawn();
        }
        var key = row.key(cipher);
        var now = row.personal(key);
        boolean renamed = change.nickname() != null;
        store(
                row.id(),
                new Personal(
                        change.nickname() == null ? now.nickname() : nickname(change.nickname()),
                        renamed ? null : now.nicknameFrom(),
                        change.birthday() == null ? now.birthday() : birthday(change.birthday()),
                        changed(now.profile(), change.profile())),
                key);
        search.keep(row.id());
        if (change.dates() != null) {
            replaceDates(row.id(), change.dates(), key);
        }
    }

    /** Adds what is lacking; what a member said before counts more than what a second joining says. */
    long fill(MemberRow row, Personal told) {
        var key = row.key(cipher);
        var known = row.personal(key);
        if (!known.gaps(told).isEmpty()) {
            store(row.id(), known.filledFrom(told), key);
        }
        return row.id();
    }

    void store(long id, Personal personal, MemberKey key) {
        var born = personal.birthday();
        members.update(
                id,
                key.sealNullable(personal.nickname(), MemberRow.NICKNAME, id),
                personal.nicknameFrom(),
                key.sealNullable(born == null ? null : born.toString(), MemberRow.BIRTHDAY, id),
                key.sealNullable(personal.profileText(), MemberRow.PROFILE, id));
        members.indexBirthday(id, days.index(born));
    }

    private Map<String, String> changed(Map<String, String> profile, @Nullable Map<String, String> change) {
        if (change == null || change.isEmpty()) {
            return profile;
        }
        var known = fields.names();
        var changed = new TreeMap<>(profile);
        change.forEach((name, value) -> {
            if (!known.contains(name)) {
                throw MembershipRefusal.unknownField(name);
            }
            if (value.isEmpty()) {
                changed.remove(name);
            } else {
                changed.put(
                        name,
                        Text.line(value, LONGEST_VALUE, () -> MembershipRefusal.fieldMalformed(name, LONGEST_VALUE)));
            }
        });
        return changed;
    }

    private void replaceDates(long member, List<ImportantDate> wanted, MemberKey key) {
        if (wanted.size() > MOST_DATES) {
            throw MembershipRefusal.tooManyDates(MOST_DATES);
        }
        dates.deleteOf(List.of(member));
        wanted.forEach(date -> {
            var row = DateRow.of(date, ids.next(), member, key);
            dates.insert(row);
            dates.index(row.id(), days.index(date));
        });
    }
}
