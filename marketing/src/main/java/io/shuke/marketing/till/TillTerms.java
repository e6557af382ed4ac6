package io.shuke.marketing.till;

import java.util.Set;

/** What the owner says about a key: where it stands, what it may do, how much and when. */
public record TillTerms(String name, long store, Set<TillScope> scopes, TillCaps caps, OpeningHours hours) {

    private static final int LONGEST = 40;

    public TillTerms {
        scopes = Set.copyOf(scopes);
        if (name.isBlank() || name.length() > LONGEST || scopes.isEmpty()) {
            throw TillRefusal.termsImpossible();
        }
    }
}
