package io.shuke.member.level;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A member's level among everything that is held on him. */
@Component
class LevelExport implements ExportPart {

    private final Levels levels;

    LevelExport(Levels levels) {
        this.levels = levels;
    }

    @Override
    public String name() {
        return "level";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        var progress = levels.progress(member);
        return List.of(Map.of("level", progress.level().name(), "inWindow", progress.value()));
    }
}
