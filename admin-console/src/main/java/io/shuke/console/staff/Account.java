package io.shuke.console.staff;

import java.util.regex.Pattern;

/** What somebody signs in with (账号), unique in the whole installation. */
public record Account(String value) {

    static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9._@-]{2,39}");

    public Account {
        if (!FORM.matcher(value).matches()) {
            throw StaffRefusal.accountMalformed();
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
