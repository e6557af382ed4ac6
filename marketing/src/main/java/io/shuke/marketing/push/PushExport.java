package io.shuke.marketing.push;

import io.shuke.member.membership.ExportPart;
import io.shuke.member.membership.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a member agreed to be told, and what not, among everything that is held on him. */
@Component
class PushExport implements ExportPart {

    private final Credits credits;
    private final OptOuts optOuts;

    PushExport(Credits credits, OptOuts optOuts) {
        this.credits = credits;
        this.optOuts = optOuts;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<Map<String, Object>> entries(MemberId member) {
        var entries = new ArrayList<Map<String, Object>>();
        credits.of(member)
                .forEach(one -> entries.add(Map.of("template", one.template(), "messagesAgreedTo", one.left())));
        optOuts.of(member)
                .forEach(no -> entries.add(Map.of(
                        "refusedTopic", no.topic() == null ? "*" : no.topic().name(),
                        "refusedWay", no.way() == null ? "*" : no.way().name())));
        return entries;
    }
}
