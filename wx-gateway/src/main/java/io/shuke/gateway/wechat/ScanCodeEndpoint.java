package io.shuke.gateway.wechat;

import io.shuke.member.ground.Busy;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.scan.ScanTickets;
import me.chanjar.weixin.mp.bean.result.WxMpQrCodeTicket;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What stands in the code of a ticket, so that WeChat tells us who scans it. It opens nothing by itself. */
@RestController
class ScanCodeEndpoint {

    record ScanCodeBody(String url) {}

    private final Accounts accounts;
    private final Channels channels;
    private final ScanTickets tickets;
    private final WechatCalls calls;
    private final Jdbc jdbc;

    ScanCodeEndpoint(Accounts accounts, Channels channels, ScanTickets tickets, WechatCalls calls, Jdbc jdbc) {
        this.accounts = accounts;
        this.channels = channels;
        this.tickets = tickets;
        this.calls = calls;
        this.jdbc = jdbc;
    }

    @GetMapping("/api/scan-codes")
    Mono<ScanCodeBody> code(@RequestParam String scene) {
        return jdbc.callForAll(() -> appid(tickets.merchant(scene)))
                .flatMap(accounts::official)
                .flatMap(account -> calls.call(
                        account.channel().account(), "/cgi-bin/qrcode/create", () -> account.getQrcodeService()
                                .qrCodeCreateTmpTicket(scene, (int) ScanTickets.GOOD_FOR.toSeconds())))
                .map(outcome -> {
                    if (outcome instanceof Outcome.Ok<WxMpQrCodeTicket> ok) {
                        return new ScanCodeBody(ok.value().getUrl());
                    }
                    throw new Busy("WeChat does not answer");
                });
    }

    private String appid(MerchantId merchant) {
        return channels.all().stream()
                .filter(channel -> channel.merchant().equals(merchant))
                .filter(channel -> channel.provider().equals(Accounts.OFFICIAL))
                .map(Channel::account)
                .findFirst()
                .orElseThrow(WechatRefusal::unknownAccount);
    }
}
