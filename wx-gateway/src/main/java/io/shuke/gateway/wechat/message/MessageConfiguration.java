package io.shuke.gateway.wechat.message;

import io.micrometer.core.instrument.MeterRegistry;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.gateway.wechat.Hosts;
import io.shuke.gateway.wechat.WechatCalls;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
class MessageConfiguration {

    @Bean
    Letters letters(
            Accounts accounts,
            Environment environment,
            MeterRegistry meters,
            JsonMapper json,
            @Value("${shuke.push.connections:32}") int connections) {
        return new Letters(accounts, new Hosts(environment), meters, json, connections);
    }

    @Bean
    Forms forms(Accounts accounts, WechatCalls calls) {
        return new Forms(accounts, calls);
    }
}
