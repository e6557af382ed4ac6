package io.shuke.marketing.push;

import org.jspecify.annotations.Nullable;

/** @param topic null is every topic @param way null is every way */
public record OptOut(@Nullable Topic topic, @Nullable Way way) {

    boolean concerns(Topic about, Way by) {
        return (topic == null || topic == about) && (way == null || way == by);
    }
}
