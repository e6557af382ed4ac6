package io.shuke.marketing.push;

import io.shuke.member.membership.Address;

/**
 * One message to one member, for sending now.
 *
 * @param claim whose it is
 * @param legs how many ways there are
 * @param message with all variables filled in
 */
public record Claimed(
        long push, long member, long claim, int leg, int legs, int attempts, Message message, Address address) {

    /** The provider's guard against the same message twice: another one for another way. */
    public String clientId() {
        return Long.toString(push, 36) + "-" + Long.toString(member, 36) + "-" + leg;
    }

    @Override
    public String toString() {
        return "Claimed[" + push + ", " + member + "]";
    }
}
