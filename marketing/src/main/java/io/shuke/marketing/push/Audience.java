package io.shuke.marketing.push;

import io.shuke.marketing.audience.SegmentId;
import io.shuke.member.membership.MemberId;
import java.util.List;

/** Whom a push is for. */
public sealed interface Audience {

    /** Who is a member when the list is made. */
    record Everybody() implements Audience {}

    /** Who is in a saved segment when the list is made. */
    record Chosen(SegmentId segment) implements Audience {}

    record Named(List<MemberId> members) implements Audience {

        private static final int MOST = 10_000;

        public Named {
            members = List.copyOf(members);
            PushRefusal.refuseUnless(!members.isEmpty() && members.size() <= MOST, "指定会员在 1 到 " + MOST + " 位之间");
        }
    }
}
