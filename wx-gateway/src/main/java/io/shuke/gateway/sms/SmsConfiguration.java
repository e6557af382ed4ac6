package io.shuke.gateway.sms;

import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

    /** Without a key nothing is sent; the simulator brings an account of its own. */
    @Bean
    @ConditionalOnProperty(name = "shuke.simulator.enabled", havingValue = "false", matchIfMissing = true)
    SmsAccount smsAccount(
            @Value("${shuke.sms.host:https://dysmsapi.aliyuncs.com}") String host,
            @Value("${shuke.sms.key:}") String key,
            @Value("${shuke.sms.secret:}") String secret,
            @Value("${shuke.sms.sign-name:}") String signName) {
        return new SmsAccount(() -> host, key, secret, signName);
    }

    @Bean
    Sms sms(SmsAccount account, JsonMapper json, Clock clock) {
        return new Sms(account, json, clock);
    }
}
