package io.shuke.marketing.pass;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A member's passes, among everything that is held on him. */
@Component
class PassExport implements ExportPart {

    private static final LocalDate EVER = LocalDate.of(2000, 1, 1);

    private final PassMapper mapper;

    PassExport(PassMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public String name() {
        return "passes";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        return mapper.ofMember(member.value(), EVER).stream()
                .map(row -> Map.<String, Object>of(
                        "title",
                        row.title(),
                        "from",
                        row.fromDay().toString(),
                        "through",
                        row.throughDay().toString(),
                        "at",
                        row.soldAt()))
                .toList();
    }
}
