package io.shuke.member.membership;

import java.util.regex.Pattern;

/**
 * What a provider calls a person. The subject is somebody's account name, so it is shown nowhere: not in logs, and at rest
 * only sealed and as a blind index.
 *
 * @param provider who vouches for the subject; two providers may use the same subject for different people
 */
public record Identity(String provider, String subject) {

    /** A verified phone number is an identity like any other; only {@link Phone} makes these. */
    static final String PHONE = "phone";

    private static final Pattern PROVIDER = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,128}");

    public Identity {
        if (!PROVIDER.matcher(provider).matches() || !SUBJECT.matcher(subject).matches()) {
            throw MembershipRefusal.identityMalformed();
        }
    }

    boolean isPhone() {
        return provider.equals(PHONE);
    }

    /** Enough for its owner to recognise, too little for anybody else to use. */
    String masked() {
        int shown = Math.min(3, subject.length() / 4);
        return subject.substring(0, shown) + "****" + subject.substring(subject.length() - shown);
    }

    @Override
    public String toString() {
        return "Identity[" + provider + "]";
    }
}
