package io.shuke.gateway.simulator;

import java.time.Instant;
import java.util.Set;

/** How a person stands with an account. */
record Fan(
        String appid,
        String person,
        boolean following,
        boolean blocking,
        Instant since,
        String scene,
        String remark,
        Set<Integer> tags) {

    Fan {
        tags = Set.copyOf(tags);
    }

    static Fan stranger(String appid, String person) {
        return new Fan(appid, person, false, false, Instant.EPOCH, "", "", Set.of());
    }

    Fan follows(Instant now, String scene) {
        return new Fan(appid, person, true, blocking, now, scene, remark, tags);
    }

    /** WeChat forgets tags and remark with the one who leaves. */
    Fan leaves() {
        return new Fan(appid, person, false, blocking, since, "", "", Set.of());
    }

    Fan blocks(boolean blocking) {
        return new Fan(appid, person, following, blocking, since, scene, remark, tags);
    }

    Fan tagged(Set<Integer> tags) {
        return new Fan(appid, person, following, blocking, since, scene, remark, tags);
    }

    Fan remarked(String remark) {
        return new Fan(appid, person, following, blocking, since, scene, remark, tags);
    }
}
