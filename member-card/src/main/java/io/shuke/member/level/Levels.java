package io.shuke.member.level;

import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Service;

/** The merchant's ladder of levels. */
@Service
public class Levels {

    private static final List<Level> USUAL = List.of(new Level(1, "普通会员"));

    private final LevelMapper mapper;
    /** Shown on every card; a ladder is written once, when the merchant opens. */
    private final Map<MerchantId, List<Level>> known = new ConcurrentHashMap<>();

    Levels(LevelMapper mapper) {
        this.mapper = mapper;
    }

    public List<Level> ladder() {
        return known.computeIfAbsent(MerchantScope.current(), any -> {
            var rows = mapper.ladder();
            return rows.isEmpty() ? USUAL : List.copyOf(rows);
        });
    }

    /** The step on which a member starts. */
    public Level first() {
        return ladder().get(0);
    }
}
