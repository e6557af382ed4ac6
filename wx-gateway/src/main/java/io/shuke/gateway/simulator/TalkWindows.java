package io.shuke.gateway.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** When an account may write to somebody: only for a while after they did something, and only a few times. */
final class TalkWindows {

    enum Trigger {
        /** They wrote. */
        MESSAGE(5, Duration.ofHours(48)),
        /** They followed, scanned or touched the menu. */
        TOUCH(3, Duration.ofMinutes(1)),
        /** They came into the mini-program's customer service. */
        ENTER(2, Duration.ofMinutes(1));

        private final int messages;
        private final Duration open;

        Trigger(int messages, Duration open) {
            this.messages = messages;
            this.open = open;
        }
    }

    private record Window(Trigger trigger, int left, Instant until) {}

    private final Clock clock;
    private final Map<String, List<Window>> windows = new ConcurrentHashMap<>();

    TalkWindows(Clock clock) {
        this.clock = clock;
    }

    synchronized void open(String openid, Trigger trigger) {
        var fresh = new Window(trigger, trigger.messages, clock.instant().plus(trigger.open));
        var others = windows.getOrDefault(openid, List.of()).stream()
                .filter(window -> window.trigger() != trigger)
                .toList();
        windows.put(openid, Stream.concat(others.stream(), Stream.of(fresh)).toList());
    }

    synchronized void close(String openid) {
        windows.remove(openid);
    }

    /** Takes one message out of the window that closes first; 45015 when none is open, 45047 when all are used up. */
    synchronized void spend(String openid) {
        var open = windows.getOrDefault(openid, List.of()).stream()
                .filter(window -> window.until().isAfter(clock.instant()))
                .toList();
        if (open.isEmpty()) {
            throw WechatError.of(45015);
        }
        var first = open.stream()
                .filter(window -> window.left() > 0)
                .min(Comparator.comparing(Window::until))
                .orElseThrow(() -> WechatError.of(45047));
        windows.put(
                openid,
                open.stream()
                        .map(window -> window == first
                                ? new Window(window.trigger(), window.left() - 1, window.until())
                                : window)
                        .toList());
    }
}
