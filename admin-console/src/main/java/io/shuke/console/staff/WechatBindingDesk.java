package io.shuke.console.staff;

import io.shuke.member.ground.Jdbc;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.scan.ScanTickets;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Everybody on the staff binds his own WeChat, and nobody else's. */
@RestController
class WechatBindingDesk {

    record BindingBody(boolean bound) {}

    /** @param scene what the code says; @param secret for this browser alone */
    record BindingCodeBody(String scene, String secret, OffsetDateTime until) {

        @Override
        public String toString() {
            return "BindingCodeBody[]";
        }
    }

    record ShownCodeBody(@Nullable String scene, @Nullable String secret) {

        @Override
        public String toString() {
            return "ShownCodeBody[]";
        }
    }

    private final StaffWechat wechat;
    private final Merchants merchants;
    private final Jdbc jdbc;

    WechatBindingDesk(StaffWechat wechat, Merchants merchants, Jdbc jdbc) {
        this.wechat = wechat;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @GetMapping("/console/api/me/wechat")
    Mono<BindingBody> bound(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> new BindingBody(wechat.bound(user.staff())));
    }

    @PostMapping("/console/api/me/wechat/codes")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<BindingCodeBody> show(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> body(wechat.openBinding(user.staff())));
    }

    private BindingCodeBody body(ScanTickets.Opened opened) {
        var until = opened.until().atZone(merchants.current().zone()).toOffsetDateTime();
        return new BindingCodeBody(opened.scene(), opened.secret(), until);
    }

    /** Asked for again and again until the phone has scanned. */
    @PostMapping("/console/api/me/wechat")
    Mono<BindingBody> bind(ConsoleUser user, @RequestBody ShownCodeBody body) {
        var scene = body.scene();
        var secret = body.secret();
        if (scene == null || secret == null) {
            throw new ServerWebInputException("scene and secret");
        }
        return jdbc.call(user.merchant(), () -> new BindingBody(wechat.bind(user.staff(), scene, secret)));
    }

    @DeleteMapping("/console/api/me/wechat")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> unbind(ConsoleUser user) {
        return jdbc.call(user.merchant(), () -> {
                    wechat.unbind(user.staff());
                    return true;
                })
                .then();
    }
}
