package io.shuke.gateway.door;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever has just started the demo shop where to look. */
@Component
@ConditionalOnProperty("shuke.simulator.enabled")
class Doorplate {

    private static final Logger LOG = LoggerFactory.getLogger(Doorplate.class);

    private final String address;

    Doorplate(@Value("${shuke.public-url}") String address) {
        this.address = address;
    }

    @EventListener(ApplicationReadyEvent.class)
    void show() {
        LOG.info("""

                  熟客 Shuke 已启动。打开：
                    {}/sim           模拟微信：选一个人，扫店里的码，成为会员，签到
                    {}/console/      店家的页面（账号和密码在 data/demo-staff.properties）
                    {}/h5/?shop=1    顾客的页面（从 /sim 的手机里进入会自动登录）
                    {}/swagger-ui    接口说明
                """, address, address, address, address);
    }
}
