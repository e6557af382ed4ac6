package io.shuke.gateway.balance;

import io.shuke.gateway.door.Limits;
import io.shuke.gateway.door.Limits.Limit;
import io.shuke.gateway.wechat.pay.Notice;
import io.shuke.gateway.wechat.pay.Notices;
import io.shuke.gateway.wechat.pay.Proof;
import io.shuke.member.balance.Charges;
import io.shuke.member.balance.Received;
import io.shuke.member.balance.Refund;
import io.shuke.member.balance.Refunds;
import io.shuke.member.ground.Jdbc;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Where WeChat Pay calls. It is answered after the commit that credits: what is not answered is told again for a day, and
 * asked for by {@link Payments} besides, so no notice has to be kept anywhere.
 */
@RestController
class PayNoticeEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(PayNoticeEndpoint.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Notices notices;
    private final Limits limits;
    private final Jdbc jdbc;
    private final Charges charges;
    private final Refunds refunds;

    PayNoticeEndpoint(Notices notices, Limits limits, Jdbc jdbc, Charges charges, Refunds refunds) {
        this.notices = notices;
        this.limits = limits;
        this.jdbc = jdbc;
        this.charges = charges;
        this.refunds = refunds;
    }

    @PostMapping("/wx/pay/{account}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> receive(@PathVariable String account, ServerHttpRequest request) {
        var proof = Proof.of(request.getHeaders());
        return DataBufferUtils.join(request.getBody(), Notices.LARGEST)
                .map(PayNoticeEndpoint::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(PATIENCE)
                .onErrorMap(broken -> Notices.unreadable(broken))
                .flatMap(body -> notices.read(account, proof, body))
                .flatMap(notice -> limits.passInLots(Limit.CALLBACK, account).then(Mono.defer(() -> take(notice))));
    }

    private Mono<Void> take(Notice notice) {
        return jdbc.call(notice.merchant(), () -> {
                    if (notice instanceof Notice.Paid paid) {
                        charges.received(new Received(paid.order(), paid.transaction(), paid.amount()));
                    } else if (notice instanceof Notice.Repaid repaid) {
                        settle(repaid);
                    } else if (notice instanceof Notice.Other other) {
                        LOG.info("a notice of {} is nothing to us", other.kind());
                    }
                    return true;
                })
                .then();
    }

    private void settle(Notice.Repaid repaid) {
        switch (repaid.state()) {
            case DONE -> refunds.settled(Refund.id(repaid.number()), true);
            case FAILED -> refunds.settled(Refund.id(repaid.number()), false);
            case STUCK -> refunds.stuck(Refund.id(repaid.number()));
            case UNDERWAY, ABSENT -> LOG.info("refund {} is still on its way", repaid.number());
        }
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
