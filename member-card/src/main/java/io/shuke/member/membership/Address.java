package io.shuke.member.membership;

/**
 * Where a member can be reached, in the clear: for whoever sends to him, never for a log or an answer.
 *
 * @param following whether he follows that account; it means nothing for a phone
 */
public record Address(long member, Identity identity, boolean following) {

    public boolean isPhone() {
        return identity.isPhone();
    }

    @Override
    public String toString() {
        return "Address[" + member + ", " + identity.provider() + "]";
    }
}
