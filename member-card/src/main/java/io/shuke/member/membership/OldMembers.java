package io.shuke.member.membership;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.BlindIndex;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Members whom the shop had before, hundreds at a time. They wait: nobody finds them, nothing is sent to them, and of their
 * phone only the blind index is kept, until the person proves that number and consents.
 */
@Service
public class OldMembers {

    private static final HexFormat HEX = HexFormat.of();

    private final SecureRandom random = new SecureRandom();
    private final OldMemberPen pen;
    private final MemberMapper members;
    private final IdentityMapper identities;
    private final FieldCipher cipher;
    private final BlindIndex blind;
    private final DaysOfTheYear days;
    private final Ids ids;
    private final Clock clock;

    OldMembers(
            OldMemberPen pen,
            MemberMapper members,
            IdentityMapper identities,
            FieldCipher cipher,
            BlindIndex blind,
            DaysOfTheYear days,
            Ids ids,
            Clock clock) {
        this.pen = pen;
        this.members = members;
        this.identities = identities;
        this.cipher = cipher;
        this.blind = blind;
        this.days = days;
        this.ids = ids;
        this.clock = clock;
    }

    /** One line of the list, with nothing invisible in it. */
    public static String line(String label, String typed, int longest) {
        return Text.line(typed, longest, () -> MembershipRefusal.fieldMalformed(label, longest));
    }

    /** Those among the numbers that somebody has already, be it one who took his authorisation back or one who waits. */
    public Set<Phone> known(Collection<Phone> phones) {
        if (phones.isEmpty()) {
            return Set.of();
        }
        var byIndex = new LinkedHashMap<String, Phone>();
        phones.forEach(phone -> byIndex.put(HEX.formatHex(index(phone)), phone));
        var known = pen.known(byIndex.keySet().stream().map(HEX::parseHex).toList());
        return known.stream()
                .map(index -> requireNonNull(byIndex.get(HEX.formatHex(index))))
                .collect(Collectors.toSet());
    }

    /** Takes people up whose phones nobody has; answers in their order. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MemberId> enrol(List<OldMember> people) {
        var now = clock.instant();
        var rows = new ArrayList<OldMemberPen.Row>();
        var numbers = numbers(people.size());
        for (int i = 0; i < people.size(); i++) {
            var person = people.get(i);
            long id = ids.next();
            var key = MemberKey.fresh();
            var told = new Personal(null, null, person.birthday(), person.profile());
            var born = person.birthday();
            rows.add(new OldMemberPen.Row(
                    id,
                    numbers.get(i),
                    ids.next(),
                    index(person.phone()),
                    key.sealNullable(born == null ? null : born.toString(), MemberRow.BIRTHDAY, id),
                    days.index(born),
                    key.sealNullable(told.profileText(), MemberRow.PROFILE, id),
                    person.joinedAt(),
                    key.sealed(id, cipher)));
        }
        try {
            pen.write(rows, now);
        } catch (DuplicateKeyException first) {
            // The gate repeats the page, which then finds the one who was first.
            throw new CannotAcquireLockException("somebody took the same phone or number meanwhile", first);
        }
        return rows.stream().map(row -> new MemberId(row.id())).toList();
    }

    /** Ten digits for a hundred thousand people do meet by chance, among themselves and with those given out before. */
    private List<String> numbers(int count) {
        var numbers = new LinkedHashSet<String>();
        while (numbers.size() < count) {
            var drawn = new LinkedHashSet<String>();
            while (numbers.size() + drawn.size() < count) {
                var number = CardNumber.random(random);
                if (!numbers.contains(number)) {
                    drawn.add(number);
                }
            }
            pen.taken(drawn).forEach(drawn::remove);
            numbers.addAll(drawn);
        }
        return List.copyOf(numbers);
    }

    /** Those among them who still wait; nobody claims them until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Set<MemberId> hold(Collection<MemberId> waiting) {
        if (waiting.isEmpty()) {
            return Set.of();
        }
        var locked = members.lock(waiting.stream().map(MemberId::value).sorted().toList());
        return pen.waiting(locked).stream().map(MemberId::new).collect(Collectors.toSet());
    }

    /** Nothing personal is left of them; they are held by this transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(Collection<MemberId> held) {
        if (held.isEmpty()) {
            return;
        }
        var gone = held.stream().map(MemberId::value).toList();
        identities.deleteOf(gone);
        members.deleteKeys(gone);
        members.wipe(gone, clock.instant());
    }

    private byte[] index(Phone phone) {
        return Sighting.index(phone.identity(), blind);
    }
}
