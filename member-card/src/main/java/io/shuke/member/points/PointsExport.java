package io.shuke.member.points;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a member gets to see when he asks for everything we hold on him. */
@Component
class PointsExport implements ExportPart {

    private final PointsMapper mapper;

    PointsExport(PointsMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "points";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return mapper.history(member.value(), Long.MAX_VALUE, Integer.MAX_VALUE).stream()
                .map(row -> row.toDomain(member))
                .map(entry -> Map.<String, Object>of(
                        "at", entry.at(),
                        "text", entry.text(),
                        "change", entry.change().value(),
                        "balance", entry.balance().value(),
                        "reference", entry.reference().value()))
                .toList();
    }
}
