package io.shuke.member.tag;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the shop has noted of a member, among everything that is held on him. */
@Component
class TagExport implements ExportPart {

    private final Tags tags;

    TagExport(Tags tags) {
        this.tags = tags;
    }

    @Override
    public String name() {
        return "tags";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return tags.of(member).stream()
                .map(held -> Map.<String, Object>of("name", held.tag().name(), "note", held.note(), "at", held.at()))
                .toList();
    }
}
