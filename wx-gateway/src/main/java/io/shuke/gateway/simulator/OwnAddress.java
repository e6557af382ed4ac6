package io.shuke.gateway.simulator;

import org.springframework.core.env.Environment;

/** Where our own door is. The port is known only once the server runs. */
final class OwnAddress {

    private final Environment environment;

    OwnAddress(Environment environment) {
        this.environment = environment;
    }

    String root() {
        return "http://127.0.0.1:"
                + environment.getProperty("local.server.port", environment.getProperty("server.port", "8080"));
    }

    String callback(String appid) {
        return root() + "/wx/" + appid;
    }
}
