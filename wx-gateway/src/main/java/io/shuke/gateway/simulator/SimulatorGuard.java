package io.shuke.gateway.simulator;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;

/** Refuses to start a program that would play WeChat and talk to the real one: it would mix invented and real people. */
final class SimulatorGuard implements BeanFactoryPostProcessor {

    private static final List<String> HOSTS =
            List.of("shuke.wechat.api-host", "shuke.wechat.open-host", "shuke.wechat.mp-host", "shuke.wechat.pay-host");

    private final Environment environment;

    SimulatorGuard(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        HOSTS.forEach(name -> {
            var host = environment.getProperty(name);
            if (host == null || host.isBlank()) {
                throw new IllegalStateException("The simulator is on (shuke.simulator.enabled=true), but " + name
                        + " is not set and would be WeChat's real one. Set it to http://127.0.0.1:<port>"
                        + WechatApi.ROOT + ", or switch the simulator off.");
            }
            if (real(host)) {
                throw new IllegalStateException("The simulator is on (shuke.simulator.enabled=true), but " + name
                        + " is WeChat's real " + host + ". Switch the simulator off, or point " + name
                        + " to http://127.0.0.1:<port>" + WechatApi.ROOT + ".");
            }
        });
    }

    /** What cannot be understood counts as real. */
    private static boolean real(String url) {
        try {
            var host = URI.create(url.strip()).getHost();
            if (host == null) {
                return true;
            }
            var name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
            return name.equals("qq.com") || name.endsWith(".qq.com");
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }
}
