package io.shuke.gateway.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A callback on its way, with every attempt to deliver it. */
final class Parcel {

    enum State {
        /** Waiting for its moment. */
        WAITING,
        RETRYING,
        DELIVERED,
        GIVEN_UP
    }

    /** @param status 0 when no answer came */
    record Attempt(int status, long millis, String answer) {

        boolean taken() {
            return status >= 200 && status < 300;
        }
    }

    /** How it stands, for reading. */
    record Sight(
            String id, Instant at, String appid, String event, String person, State state, List<Attempt> attempts) {}

    private final String id;
    private final Instant at;
    private final SimulatedAccount account;
    private final Person person;
    private final Event event;
    private final Delivery how;
    private final List<Attempt> attempts = new ArrayList<>();
    private State state = State.WAITING;

    Parcel(String id, Instant at, SimulatedAccount account, Person person, Event event, Delivery how) {
        this.id = id;
        this.at = at;
        this.account = account;
        this.person = person;
        this.event = event;
        this.how = how;
    }

    SimulatedAccount account() {
        return account;
    }

    Person person() {
        return person;
    }

    Event event() {
        return event;
    }

    Delivery how() {
        return how;
    }

    String openid() {
        return person.openid(account.appid());
    }

    /** When it happened, which a retry does not change. */
    Instant at() {
        return at;
    }

    synchronized void tried(Attempt attempt, boolean last) {
        attempts.add(attempt);
        if (state != State.DELIVERED) {
            state = attempt.taken() ? State.DELIVERED : last ? State.GIVEN_UP : State.RETRYING;
        }
    }

    synchronized Sight sight() {
        return new Sight(id, at, account.appid(), event.name(), person.id(), state, List.copyOf(attempts));
    }
}
