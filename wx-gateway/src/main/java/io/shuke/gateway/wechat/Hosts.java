package io.shuke.gateway.wechat;

import org.springframework.core.env.Environment;

/**
 * Where WeChat is. Asked for anew at each use, because the simulator's address holds the server's own port, and a port
 * that the system chose is known only after the start.
 */
public record Hosts(Environment environment) {

    public String api() {
        return host("shuke.wechat.api-host", "https://api.weixin.qq.com");
    }

    String open() {
        return host("shuke.wechat.open-host", "https://open.weixin.qq.com");
    }

    String mp() {
        return host("shuke.wechat.mp-host", "https://mp.weixin.qq.com");
    }

    public String pay() {
        return host("shuke.wechat.pay-host", "https://api.mch.weixin.qq.com");
    }

    private String host(String property, String real) {
        var host = environment.getProperty(property, real);
        return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
    }
}
