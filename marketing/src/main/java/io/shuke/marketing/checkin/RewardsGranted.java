package io.shuke.marketing.checkin;

import java.util.List;

/** All that one transaction granted, for whoever can do with a few statements what would take one for each. */
public record RewardsGranted(List<RewardGranted> grants) {

    public RewardsGranted {
        grants = List.copyOf(grants);
    }
}
