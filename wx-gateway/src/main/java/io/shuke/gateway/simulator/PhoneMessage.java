package io.shuke.gateway.simulator;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that stands in a chat on a person's phone.
 *
 * @param mine the person wrote it
 * @param url the page it opens
 * @param page the mini-program page it opens
 */
record PhoneMessage(
        String id,
        String appid,
        boolean mine,
        Kind kind,
        String title,
        String text,
        List<Line> lines,
        @Nullable String url,
        @Nullable String page,
        Instant at) {

    enum Kind {
        TEXT,
        IMAGE,
        NEWS,
        TEMPLATE,
        SUBSCRIBE,
        MINI_PROGRAM,
        /** The grey line in the middle. */
        NOTICE
    }

    record Line(String label, String value) {}
}
