package io.shuke.gateway.wechat.pay;

import com.github.binarywang.wxpay.bean.request.WxPayRefundV3Request;
import com.github.binarywang.wxpay.bean.request.WxPayUnifiedOrderV3Request;
import com.github.binarywang.wxpay.bean.result.WxPayOrderQueryV3Result;
import com.github.binarywang.wxpay.bean.result.WxPayUnifiedOrderV3Result.JsapiResult;
import com.github.binarywang.wxpay.bean.result.enums.TradeTypeEnum;
import com.github.binarywang.wxpay.exception.WxPayException;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.gateway.wechat.WechatCalls;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.MerchantId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import reactor.core.publisher.Mono;

/** Orders, asks after, closes and repays at WeChat Pay, for whichever merchant. */
public final class Cashier {

    private static final DateTimeFormatter RFC3339 = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final Set<String> ABSENT = Set.of("ORDER_NOT_EXIST", "ORDERNOTEXIST", "RESOURCE_NOT_EXISTS");
    private static final Set<String> PAID = Set.of("ORDERPAID", "ORDER_PAID");

    private final PayServices services;
    private final WechatCalls calls;
    private final String publicUrl;

    Cashier(PayServices services, WechatCalls calls, String publicUrl) {
        this.services = services;
        this.calls = calls;
        this.publicUrl = publicUrl;
    }

    /** Completes when the merchant is connected to WeChat Pay, and is refused when not. */
    public Mono<Void> ready(MerchantId merchant) {
        return services.of(merchant).then();
    }

    /** The same order asked for again is the same order. */
    public Mono<Outcome<Prepay>> order(MerchantId merchant, Order order) {
        return services.of(merchant).flatMap(service -> {
            var amount = new WxPayUnifiedOrderV3Request.Amount();
            amount.setTotal(fen(order.amount()));
            amount.setCurrency("CNY");
            var payer = new WxPayUnifiedOrderV3Request.Payer();
            payer.setOpenid(order.openid());
            var request = new WxPayUnifiedOrderV3Request();
            request.setAppid(order.appid());
            request.setMchid(service.account().account());
            request.setOutTradeNo(order.number());
            request.setDescription(order.what());
            request.setTimeExpire(RFC3339.format(
                    order.expiresAt().truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.ofHours(8))));
            request.setNotifyUrl(noticeAddress(service));
            request.setAmount(amount);
            request.setPayer(payer);
            return calls.call(service.account().account(), "/v3/pay/transactions/jsapi", () -> {
                JsapiResult signed = service.createOrderV3(TradeTypeEnum.JSAPI, request);
                return new Prepay(
                        signed.getAppId(),
                        signed.getTimeStamp(),
                        signed.getNonceStr(),
                        signed.getPackageValue(),
                        signed.getSignType(),
                        signed.getPaySign());
            });
        });
    }

    public Mono<Outcome<Trade>> ask(MerchantId merchant, String order) {
        return services.of(merchant)
                .flatMap(service -> calls.call(service.account().account(), "/v3/pay/transactions/out-trade-no", () -> {
                    try {
                        return trade(service, service.queryOrderV3(null, order));
                    } catch (WxPayException no) {
                        return absentOr(no, Trade.ABSENT);
                    }
                }));
    }

    /** Whether it is closed now; false when somebody has paid it first. */
    public Mono<Outcome<Boolean>> close(MerchantId merchant, String order) {
        return services.of(merchant)
                .flatMap(service ->
                        calls.call(service.account().account(), "/v3/pay/transactions/out-trade-no/close", () -> {
                            try {
                                service.closeOrderV3(order);
                                return true;
                            } catch (WxPayException no) {
                                return PAID.contains(code(no)) ? false : absentOr(no, true);
                            }
                        }));
    }

    /** Asking again with the same number repays nothing twice. */
    public Mono<Outcome<Repayment.State>> repay(MerchantId merchant, Repayment repayment) {
        return services.of(merchant).flatMap(service -> {
            var amount = new WxPayRefundV3Request.Amount();
            amount.setRefund(fen(repayment.amount()));
            amount.setTotal(fen(repayment.paid()));
            amount.setCurrency("CNY");
            var request = new WxPayRefundV3Request();
            request.setOutTradeNo(repayment.order());
            request.setOutRefundNo(repayment.number());
            request.setReason(repayment.why());
            request.setNotifyUrl(noticeAddress(service));
            request.setAmount(amount);
            return calls.call(service.account().account(), "/v3/refund/domestic/refunds", () -> {
                var answer = service.refundV3(request);
                return answer == null ? null : repaymentState(answer.getStatus());
            });
        });
    }

    public Mono<Outcome<Repayment.State>> askRepayment(MerchantId merchant, String number) {
        return services.of(merchant)
                .flatMap(service -> calls.call(service.account().account(), "/v3/refund/domestic/refunds/query", () -> {
                    try {
                        var answer = service.refundQueryV3(number);
                        return answer == null ? null : repaymentState(answer.getStatus());
                    } catch (WxPayException no) {
                        return absentOr(no, Repayment.State.ABSENT);
                    }
                }));
    }

    static Repayment.State repaymentState(String told) {
        return switch (told) {
            case "SUCCESS" -> Repayment.State.DONE;
            case "CLOSED" -> Repayment.State.FAILED;
            // A person has to decide; the shop may also send it elsewhere in WeChat's own console.
            case "ABNORMAL" -> Repayment.State.STUCK;
            default -> Repayment.State.UNDERWAY;
        };
    }

    private static Trade trade(PayService service, WxPayOrderQueryV3Result told) {
        if (!service.account().account().equals(told.getMchid())) {
            throw new IllegalStateException("an answer about another account");
        }
        var state =
                switch (told.getTradeState()) {
                    case "SUCCESS" -> Trade.State.PAID;
                    case "REFUND" -> Trade.State.REFUNDED;
                    case "CLOSED", "REVOKED" -> Trade.State.CLOSED;
                    default -> Trade.State.UNPAID;
                };
        var amount = told.getAmount();
        return new Trade(state, told.getTransactionId(), amount == null ? Fen.NONE : new Fen(amount.getTotal()));
    }

    private static <T> T absentOr(WxPayException no, T absent) throws WxPayException {
        if (ABSENT.contains(code(no))) {
            return absent;
        }
        throw no;
    }

    private static String code(WxPayException no) {
        return no.getErrCode() == null ? "" : no.getErrCode();
    }

    private String noticeAddress(PayService service) {
        return publicUrl + "/wx/pay/" + service.account().account();
    }

    private static int fen(Fen amount) {
        return Math.toIntExact(amount.value());
    }
}
