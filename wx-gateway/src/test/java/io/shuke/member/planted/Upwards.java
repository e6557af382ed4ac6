package io.shuke.member.planted;

import io.shuke.marketing.checkin.RewardPlan;

/** Calls up. */
class Upwards {

    Object plan() {
        return RewardPlan.usual();
    }
}
