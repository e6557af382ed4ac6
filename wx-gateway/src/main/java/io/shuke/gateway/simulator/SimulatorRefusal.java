package io.shuke.gateway.simulator;

import io.shuke.member.ground.Refusal;

/** What the simulator's own controls say no to. */
final class SimulatorRefusal extends Refusal {

    private static final long serialVersionUID = 1;

    private SimulatorRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static SimulatorRefusal unknownPerson(String id) {
        return new SimulatorRefusal(Kind.NOT_FOUND, "simulator.unknown-person", id);
    }

    static SimulatorRefusal unknownAccount(String appid) {
        return new SimulatorRefusal(Kind.NOT_FOUND, "simulator.unknown-account", appid);
    }

    static SimulatorRefusal unknownEvent(String event) {
        return new SimulatorRefusal(Kind.BAD_INPUT, "simulator.unknown-event", event);
    }

    static SimulatorRefusal missing(String field) {
        return new SimulatorRefusal(Kind.BAD_INPUT, "simulator.missing", field);
    }

    static SimulatorRefusal notFollowing(String account) {
        return new SimulatorRefusal(Kind.CONFLICT, "simulator.not-following", account);
    }

    static SimulatorRefusal foreignPage(String url) {
        return new SimulatorRefusal(Kind.BAD_INPUT, "simulator.foreign-page", url);
    }

    static SimulatorRefusal noShop() {
        return new SimulatorRefusal(Kind.NOT_FOUND, "simulator.no-shop");
    }
}
