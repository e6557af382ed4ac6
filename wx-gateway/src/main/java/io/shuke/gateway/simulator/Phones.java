package io.shuke.gateway.simulator;

import io.shuke.gateway.simulator.PhoneMessage.Kind;
import io.shuke.gateway.simulator.PhoneMessage.Line;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** The chats on everybody's phone. */
final class Phones {

    private static final int KEPT = 200;

    /** What a message leads to when it is touched. */
    record Link(@Nullable String url, @Nullable String page) {
        static final Link NOWHERE = new Link(null, null);
    }

    private final Clock clock;
    private final AtomicLong ids = new AtomicLong();
    private final Map<String, Deque<PhoneMessage>> chats = new ConcurrentHashMap<>();

    Phones(Clock clock) {
        this.clock = clock;
    }

    PhoneMessage say(Person person, String appid, String text) {
        return put(
                person,
                new PhoneMessage(nextId(), appid, true, Kind.TEXT, "", text, List.of(), null, null, clock.instant()));
    }

    PhoneMessage text(Person person, String appid, String text) {
        return put(
                person,
                new PhoneMessage(nextId(), appid, false, Kind.TEXT, "", text, List.of(), null, null, clock.instant()));
    }

    PhoneMessage notice(Person person, String appid, String text) {
        return put(
                person,
                new PhoneMessage(
                        nextId(), appid, false, Kind.NOTICE, "", text, List.of(), null, null, clock.instant()));
    }

    PhoneMessage card(Person person, String appid, Kind kind, Card card) {
        return put(
                person,
                new PhoneMessage(
                        nextId(),
                        appid,
                        false,
                        kind,
                        card.title(),
                        card.text(),
                        card.lines(),
                        card.link().url(),
                        card.link().page(),
                        clock.instant()));
    }

    /** A message with more to it than a sentence. */
    record Card(String title, String text, List<Line> lines, Link link) {}

    /** Newest first. */
    List<PhoneMessage> messages(Person person) {
        var chat = chats.get(person.id());
        if (chat == null) {
            return List.of();
        }
        synchronized (chat) {
            return List.copyOf(chat);
        }
    }

    void forget() {
        chats.clear();
    }

    private String nextId() {
        return String.valueOf(ids.incrementAndGet());
    }

    private PhoneMessage put(Person person, PhoneMessage message) {
        var chat = chats.computeIfAbsent(person.id(), id -> new ArrayDeque<>());
        synchronized (chat) {
            chat.addFirst(message);
            if (chat.size() > KEPT) {
                chat.removeLast();
            }
        }
        return message;
    }
}
