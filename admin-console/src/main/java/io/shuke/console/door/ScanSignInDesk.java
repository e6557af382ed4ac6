package io.shuke.console.door;

import io.shuke.console.staff.StaffWechat;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.scan.ScanTickets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Signs in whoever scans, with the WeChat he has bound, the code that this browser shows. */
@RestController
class ScanSignInDesk {

    /** @param merchantId where the browser signed in last; not needed while there is only one */
    record SignInCodeWishBody(@Nullable String merchantId) {}

    /** @param secret for this browser alone: the code without it opens nothing */
    record SignInCodeBody(String merchantId, String scene, String secret, OffsetDateTime until) {

        @Override
        public String toString() {
            return "SignInCodeBody[]";
        }
    }

    record ScannedCodeBody(
            @Nullable String merchantId,
            @Nullable String scene,
            @Nullable String secret) {

        @Override
        public String toString() {
            return "ScannedCodeBody[]";
        }
    }

    private final StaffWechat wechat;
    private final SessionDesk sessions;
    private final SignInLimit limit;
    private final Merchants merchants;
    private final Jdbc jdbc;

    ScanSignInDesk(StaffWechat wechat, SessionDesk sessions, SignInLimit limit, Merchants merchants, Jdbc jdbc) {
        this.wechat = wechat;
        this.sessions = sessions;
        this.limit = limit;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    @PostMapping(path = "/console/api/sessions/codes", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<SignInCodeBody> show(@RequestBody SignInCodeWishBody body, ServerHttpRequest request) {
        limit.code(request.getRemoteAddress());
        return jdbc.callForAll(() -> shop(body.merchantId()))
                .flatMap(shop -> jdbc.call(shop, () -> body(shop, wechat.openSignIn())));
    }

    private MerchantId shop(@Nullable String named) {
        var all = merchants.all();
        if (named == null && all.size() == 1) {
            return all.get(0).id();
        }
        return all.stream()
                .map(merchant -> merchant.id())
                .filter(id -> id.toString().equals(named))
                .findFirst()
                .orElseThrow(ConsoleRefusal::unknownShop);
    }

    private static SignInCodeBody body(MerchantId shop, ScanTickets.Opened opened) {
        return new SignInCodeBody(
                shop.toString(), opened.scene(), opened.secret(), opened.until().atOffset(ZoneOffset.UTC));
    }

    /** Asked for again and again until the phone has scanned: 204 until then. Only JSON, as with a password. */
    @PostMapping(path = "/console/api/sessions/scans", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<SessionDesk.SessionBody>> signIn(@RequestBody ScannedCodeBody body) {
        var shop = Ids.read(body.merchantId());
        var scene = body.scene();
        var secret = body.secret();
        if (shop.isEmpty() || scene == null || secret == null) {
            throw new ServerWebInputException("merchantId, scene and secret");
        }
        return jdbc.call(new MerchantId(shop.getAsLong()), () -> wechat.signIn(scene, secret)
                .map(sessions::admitted)
                .orElseGet(() -> ResponseEntity.noContent().build()));
    }
}
