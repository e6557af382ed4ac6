package io.shuke.console.note;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.StaffNames;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.note.Note;
import io.shuke.member.note.Notes;
import java.time.OffsetDateTime;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Notes on a member; the newest stand before the cashier when the member comes. */
@RestController
class NoteDesk {

    private static final String KEY = "[\\x21-\\x7e]{1,64}";

    record NoteBody(String id, String text, @Nullable String by, OffsetDateTime at) {

        @Override
        public String toString() {
            return "NoteBody[" + id + "]";
        }
    }

    record NotesBody(List<NoteBody> items, @Nullable String next) {}

    record NewNoteBody(@Nullable String text) {}

    private final Notes notes;
    private final Members members;
    private final StaffNames names;
    private final Merchants merchants;
    private final Jdbc jdbc;

    NoteDesk(Notes notes, Members members, StaffNames names, Merchants merchants, Jdbc jdbc) {
        this.notes = notes;
        this.members = members;
        this.names = names;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/members/{id}/notes")
    Mono<NotesBody> all(ConsoleUser user, @PathVariable long id) {
        var asked = member(id);
        return jdbc.call(user.merchant(), () -> of(members.member(asked).id()));
    }

    /** With the same {@code Idempotency-Key} again it is the same note. */
    @PostMapping("/console/api/members/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<NotesBody> write(
            ConsoleUser user,
            @PathVariable long id,
            @RequestBody NewNoteBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var asked = member(id);
        var text = body.text();
        if (text == null || key != null && !key.matches(KEY)) {
            throw new ServerWebInputException("text");
        }
        var wish = key == null ? UUID.randomUUID().toString() : key;
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(asked).id();
            notes.write(member, text, "staff:" + user.staff(), wish);
            return of(member);
        });
    }

    @DeleteMapping("/console/api/members/{id}/notes/{note}")
    Mono<NotesBody> remove(ConsoleUser user, @PathVariable long id, @PathVariable long note) {
        var asked = member(id);
        return jdbc.call(user.merchant(), () -> {
            var member = members.member(asked).id();
            notes.remove(member, note);
            return of(member);
        });
    }

    private NotesBody of(MemberId member) {
        return new NotesBody(notes.of(member).stream().map(this::shown).toList(), null);
    }

    private NoteBody shown(Note note) {
        return new NoteBody(
                Long.toString(note.id()),
                note.text(),
                names.of(note.by()),
                note.at().atZone(merchants.current().zone()).toOffsetDateTime());
    }

    private static MemberId member(long id) {
        if (id <= 0) {
            throw new ServerWebInputException("id");
        }
        return new MemberId(id);
    }
}
