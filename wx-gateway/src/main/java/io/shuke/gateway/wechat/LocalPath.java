package io.shuke.gateway.wechat;

import java.util.regex.Pattern;

/**
 * Where a login leads to: a page of our own and nothing else. The form is narrow on purpose. Nothing that a browser or a
 * proxy may read in two ways gets in: no encoding, no backslash, no dot segments, no doubled slash.
 */
record LocalPath(String value) {

    private static final Pattern FORM = Pattern.compile(
            "/h5(?:/[A-Za-z0-9_.~-]+)*/?" + "(?:\\?[A-Za-z0-9_.~=&-]*)?" + "(?:#[A-Za-z0-9_.~=&?/-]*)?");
    private static final int LONGEST = 300;

    LocalPath {
        if (value.length() > LONGEST || !FORM.matcher(value).matches() || value.contains("..")) {
            throw LoginRefusal.foreignTarget();
        }
    }

    /** The same page, told one thing more. The query stands before the fragment. */
    String with(String name, String text) {
        var fragment = value.indexOf('#');
        var page = fragment < 0 ? value : value.substring(0, fragment);
        var rest = fragment < 0 ? "" : value.substring(fragment);
        return page + (page.contains("?") ? "&" : "?") + name + "=" + text + rest;
    }
}
