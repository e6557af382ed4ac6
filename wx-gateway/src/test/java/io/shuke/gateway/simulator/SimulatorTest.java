package io.shuke.gateway.simulator;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The simulator on a port of its own, with a clock that is moved by hand and all patience. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = SimulatorAlone.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuke.simulator.enabled=true",
            "shuke.simulator.patience=60s",
            "shuke.wechat.api-host=" + SimulatorAlone.HERE,
            "shuke.wechat.open-host=" + SimulatorAlone.HERE,
            "shuke.wechat.mp-host=" + SimulatorAlone.HERE,
            "shuke.wechat.pay-host=" + SimulatorAlone.HERE,
            "shuke.embedded.data=${shuke.test.data:target/test-data}/simulator-${random.uuid}",
            "management.server.port="
        })
@interface SimulatorTest {}
