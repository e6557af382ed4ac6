package io.shuke.marketing.planted;

import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;
import reactor.core.publisher.Mono;

/** Breaks what it can; its package is not even null-marked. */
public class MarketingDTO {

    @Autowired
    Object injected;

    @Transactional
    Mono<LocalDate> today() {
        return Mono.just(LocalDate.now());
    }

    Object blocked() {
        return today().block();
    }

    Object wechat() {
        return new me.chanjar.weixin.common.bean.WxAccessToken();
    }

    /** Public, though rows belong to nobody but their feature. */
    public record PlantedRow(long id) {}
}
