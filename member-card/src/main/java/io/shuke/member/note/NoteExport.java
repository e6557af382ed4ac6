package io.shuke.member.note;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the shop has written down of a member, among everything that is held on him. */
@Component
class NoteExport implements ExportPart {

    private final Notes notes;

    NoteExport(Notes notes) {
        this.notes = notes;
    }

    @Override
    public String name() {
        return "notes";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return notes.of(member).stream()
                .map(note -> Map.<String, Object>of("text", note.text(), "at", note.at()))
                .toList();
    }
}
