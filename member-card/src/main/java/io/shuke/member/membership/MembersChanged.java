package io.shuke.member.membership;

import java.util.Set;

/**
 * Something that is shown of these members has changed: what they own, or where they stand. Published inside the
 * transaction, once for all that it touches; whoever keeps a copy drops it when that is committed.
 */
public record MembersChanged(Set<MemberId> members) {

    public MembersChanged {
        members = Set.copyOf(members);
    }
}
