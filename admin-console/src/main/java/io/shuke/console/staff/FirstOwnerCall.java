package io.shuke.console.staff;

import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the way in into the log, for a shop without staff: the only secret that ever stands there, and for a day. */
@Component
class FirstOwnerCall {

    private static final Logger LOG = LoggerFactory.getLogger(FirstOwnerCall.class);

    private final FirstOwner first;
    private final Merchants merchants;
    private final Jdbc jdbc;
    private final String publicUrl;

    FirstOwnerCall(FirstOwner first, Merchants merchants, Jdbc jdbc, @Value("${shuke.public-url:}") String publicUrl) {
        this.first = first;
        this.merchants = merchants;
        this.jdbc = jdbc;
        this.publicUrl = publicUrl;
    }

    /** Behind the hash, a browser sends it to nobody: it reaches no proxy's log. */
    @EventListener(ApplicationReadyEvent.class)
    void call() {
        for (var merchant : jdbc.forAll(merchants::all)) {
            jdbc.within(merchant.id(), first::invite)
                    .ifPresent(secret -> LOG.info(
                            "“{}”还没有店主。请在 {} 小时内打开下面的地址，设置店主的账号和密码（只能用一次）：{}/console/#/first-owner/{}",
                            merchant.name(),
                            FirstOwner.GOOD_FOR.toHours(),
                            publicUrl,
                            secret));
        }
    }
}
