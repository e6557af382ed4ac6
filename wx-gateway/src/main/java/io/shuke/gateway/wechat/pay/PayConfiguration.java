package io.shuke.gateway.wechat.pay;

import io.shuke.gateway.wechat.Hosts;
import io.shuke.gateway.wechat.WechatCalls;
import io.shuke.member.ground.Jdbc;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The beans of WeChat Pay. */
@Configuration(proxyBeanMethods = false)
class PayConfiguration {

    @Bean(destroyMethod = "close")
    PayServices payServices(PayAccounts accounts, Jdbc jdbc, Clock clock, Environment environment) {
        return new PayServices(accounts, jdbc, new Hosts(environment), clock);
    }

    @Bean
    PayTrial payTrial(WechatCalls calls, Clock clock, Environment environment) {
        return new PayTrial(calls, new Hosts(environment), clock);
    }

    @Bean
    Cashier cashier(PayServices services, WechatCalls calls, @Value("${shuke.public-url:}") String publicUrl) {
        return new Cashier(services, calls, publicUrl);
    }
}
