package io.shuke.gateway.wechat.callback;

import java.nio.file.Path;
import me.chanjar.weixin.mp.bean.message.WxMpXmlMessage;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** What WeChat in needs besides its components. */
@Configuration(proxyBeanMethods = false)
class CallbackConfiguration {

    CallbackConfiguration() {
        // XStream keeps the class loader of its first caller, so the first is the main thread, not a request.
        WxMpXmlMessage.fromXml("<xml></xml>");
    }

    @Bean(destroyMethod = "close")
    Spool spool(
            @Value("${shuke.spool.folder:data/spool}") Path folder,
            @Value("${shuke.spool.limit:256MB}") DataSize limit) {
        return new Spool(folder, limit.toBytes());
    }
}
