package io.shuke.gateway.wechat.pay;

import com.github.binarywang.wxpay.exception.WxPayException;
import io.shuke.gateway.wechat.Hosts;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.WechatCalls;
import io.shuke.member.ground.MerchantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Looks at what a shop has typed in before it is kept: each piece by itself, then all of it with a question to WeChat Pay. */
public final class PayTrial {

    /** @param text what is right or wrong about it, for the owner; quotes no key */
    public record Step(String name, boolean good, String text) {}

    /** As it was typed in. */
    public record Typed(
            String account, String serial, String privateKey, String apiKey, String platformKeyId, String platformKey) {

        @Override
        public String toString() {
            return "Typed[" + account + "]";
        }

        public PayAccount toAccount(MerchantId merchant) {
            return new PayAccount(account, merchant, serial, privateKey, apiKey, platformKeyId, platformKey);
        }
    }

    private static final String NOBODYS_ORDER = "shuke-trial";
    private static final Set<String> KNOWN_US = Set.of("", "ORDER_NOT_EXIST", "ORDERNOTEXIST", "RESOURCE_NOT_EXISTS");

    private final WechatCalls calls;
    private final Hosts hosts;
    private final Clock clock;

    PayTrial(WechatCalls calls, Hosts hosts, Clock clock) {
        this.calls = calls;
        this.hosts = hosts;
        this.clock = clock;
    }

    /** Every step; the question is only asked when the pieces are right. Blocks, so it belongs beside the event loops. */
    public Mono<List<Step>> of(MerchantId merchant, Typed typed) {
        var steps = pieces(typed);
        if (!steps.stream().allMatch(Step::good)) {
            return Mono.just(steps);
        }
        return asked(typed.toAccount(merchant)).map(answer -> {
            var all = new ArrayList<>(steps);
            all.add(answer);
            return List.copyOf(all);
        });
    }

    static List<Step> pieces(Typed typed) {
        return List.of(
                step("account", typed.account().matches("[0-9]{8,12}"), "商户号", "商户号是 8 到 12 位数字"),
                step(
                        "serial",
                        typed.serial().matches("[0-9A-Fa-f]{16,64}"),
                        "证书序列号",
                        "证书序列号由数字和 A 到 F 组成，在商户平台的 API 安全里"),
                step(
                        "privateKey",
                        readable(() -> Pem.privateKey(typed.privateKey())),
                        "商户私钥",
                        "私钥无法读取，请粘贴 apiclient_key.pem 的全部内容"),
                step("apiKey", typed.apiKey().matches("[0-9A-Za-z]{32}"), "APIv3 密钥", "APIv3 密钥是 32 位数字和字母"),
                step(
                        "platformKeyId",
                        typed.platformKeyId().matches("(PUB_KEY_ID_)?[0-9A-Za-z]{16,64}"),
                        "微信支付公钥 ID",
                        "公钥 ID 以 PUB_KEY_ID_ 开头，用平台证书时填证书序列号"),
                step(
                        "platformKey",
                        readable(() -> Pem.publicKey(typed.platformKey())),
                        "微信支付公钥",
                        "公钥无法读取，请粘贴 pub_key.pem 的全部内容"));
    }

    private static Step step(String name, boolean good, String what, String wrong) {
        return new Step(name, good, good ? what + "格式正确" : wrong);
    }

    private static boolean readable(Runnable read) {
        try {
            read.run();
            return true;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** An order that nobody ever made: whoever is known there is told that it does not exist. */
    private Mono<Step> asked(PayAccount account) {
        return calls.call(account.account(), "/v3/pay/transactions/out-trade-no", () -> {
                    var service = new PayService(account, hosts, clock);
                    try {
                        service.queryOrderV3(null, NOBODYS_ORDER);
                        return "";
                    } catch (WxPayException no) {
                        if (no.getErrCode() == null) {
                            throw no;
                        }
                        return no.getErrCode();
                    } finally {
                        service.close();
                    }
                })
                .map(PayTrial::answered);
    }

    private static Step answered(Outcome<String> outcome) {
        if (!(outcome instanceof Outcome.Ok<String> told)) {
            return new Step("question", false, "暂时连不上微信支付，请稍后再试");
        }
        if (KNOWN_US.contains(told.value())) {
            return new Step("question", true, "微信支付认得这个商户号、证书序列号和私钥；APIv3 密钥和公钥在第一笔付款时验证");
        }
        return new Step(
                "question",
                false,
                told.value().equals("SIGN_ERROR") ? "微信支付说签名不对：商户号、证书序列号和私钥要是同一套" : "微信支付没有接受这个账户，回答是 " + told.value());
    }
}
