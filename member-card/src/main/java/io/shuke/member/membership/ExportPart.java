package io.shuke.member.membership;

import java.util.List;
import java.util.Map;

/** What one feature holds on a member. A Spring bean of this type is all that a feature needs to take part in exports. */
public interface ExportPart {

    /** The heading, such as {@code points}. */
    String name();

    List<Map<String, Object>> entries(MemberId member);
}
