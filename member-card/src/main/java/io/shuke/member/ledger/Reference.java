package io.shuke.member.ledger;

import java.util.regex.Pattern;

/**
 * What caused a movement, such as {@code check-in:2026-11-22} or {@code bill:20261122-0007}: an account knows each only
 * once, which is what makes a repeated request harmless. Visible ASCII, at most 64 characters, capitals matter.
 */
public record Reference(String value) {

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7e]{1,64}");

    public Reference {
        if (!FORM.matcher(value).matches()) {
            throw LedgerRefusal.badReference();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
