package io.shuke.member.ledger;

import java.util.List;

/** Holds the ledger against what a feature has written down itself; every one there is takes part in the self-check. */
public interface FeatureCheck {

    List<Violation> run();
}
