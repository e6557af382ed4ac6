package io.shuke.member.note;

import static java.util.Objects.requireNonNull;

import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.membership.MemberId;
import io.shuke.member.note.NoteMapper.NoteRow;
import java.time.Clock;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the staff write down of a member, for whoever serves him next. */
@Service
public class Notes {

    private static final int LONGEST = 100;
    private static final int MOST = 20;
    /** A cashier reads so many while the guest waits. */
    private static final int AT_THE_TILL = 3;

    private final NoteMapper mapper;
    private final FieldCipher cipher;
    private final Ids ids;
    private final Clock clock;

    Notes(NoteMapper mapper, FieldCipher cipher, Ids ids, Clock clock) {
        this.mapper = mapper;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
    }

    /** The newest first. */
    public List<Note> of(MemberId member) {
        return mapper.of(member.value(), MOST).stream().map(this::shown).toList();
    }

    /** What whoever serves the member should know. */
    public List<String> words(MemberId member) {
        return mapper.of(member.value(), AT_THE_TILL).stream()
                .map(row -> shown(row).text())
                .toList();
    }

    /**
     * @param wish chosen by whoever asks: the same note asked for again is written once
     * @param actor such as {@code staff:7}
     */
    @Transactional
    public Note write(MemberId member, String text, String actor, String wish) {
        var line = line(text);
        var known = mapper.byWish(actor, wish);
        if (known != null) {
            return repeated(known, member, line);
        }
        if (mapper.of(member.value(), MOST).size() >= MOST) {
            throw NoteRefusal.tooMany(MOST);
        }
        long id = ids.next();
        var row = new NoteRow(id, member.value(), cipher.seal(line, place(id)), actor, wish, clock.instant());
        try {
            mapper.insert(row);
        } catch (DuplicateKeyException first) {
            return repeated(requireNonNull(mapper.byWish(actor, wish)), member, line);
        }
        return shown(row);
    }

    private Note repeated(NoteRow known, MemberId member, String line) {
        var note = shown(known);
        if (known.memberId() != member.value() || !note.text().equals(line)) {
            throw NoteRefusal.otherContents();
        }
        return note;
    }

    @Transactional
    public void remove(MemberId member, long id) {
        if (mapper.delete(id, member.value()) == 0) {
            throw NoteRefusal.unknown();
        }
    }

    private static String line(String text) {
        var line = text.strip();
        if (line.isEmpty()
                || line.codePointCount(0, line.length()) > LONGEST
                || line.chars().anyMatch(Character::isISOControl)) {
            throw NoteRefusal.malformed(LONGEST);
        }
        return line;
    }

    private Note shown(NoteRow row) {
        return new Note(row.id(), cipher.open(row.content(), place(row.id())), row.actor(), row.writtenAt());
    }

    private static String place(long id) {
        return "member_note.content:" + id;
    }
}
