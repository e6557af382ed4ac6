package io.shuke.gateway.simulator;

import io.shuke.gateway.sms.Acs3;
import io.shuke.gateway.sms.SmsAccount;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Plays Alibaba Cloud's service for text messages: looks at the signature and shows the message on the phone. */
@Simulated
@RestController
class SmsEndpoint {

    static final String ROOT = "/sim/sms";
    private static final String SEND = "SendSms";

    private record Form(String code, String name, String content) {}

    private static final List<Form> FORMS = List.of(
            new Form("SMS_100001", "会员升级", "尊敬的${name}，您已升级为${level}，权益即刻生效。"),
            new Form("SMS_100002", "积分到期", "您有${points}积分将于${date}到期，记得来用。"),
            new Form("SMS_100003", "余额变动", "您的储值余额变动${change}，现有${balance}。"),
            new Form("SMS_100004", "上新活动", "${name}，店里上新了，凭短信到店有礼。拒收请回复R"));

    private final SmsAccount account;
    private final People people;
    private final Phones phones;
    private final Faults faults;
    private final Journal journal;
    private final Clock clock;

    SmsEndpoint(SmsAccount account, People people, Phones phones, Faults faults, Journal journal, Clock clock) {
        this.account = account;
        this.people = people;
        this.phones = phones;
        this.faults = faults;
        this.journal = journal;
        this.clock = clock;
    }

    /** A fault's {@code errcode} stands for the words of the provider: -1 is "throttled", everything else a bad number. */
    @PostMapping(ROOT + "/")
    Mono<ResponseEntity<Map<String, Object>>> ask(
            ServerWebExchange exchange,
            @RequestHeader Map<String, String> headers,
            @RequestParam MultiValueMap<String, String> query) {
        var action = headers.getOrDefault("x-acs-action", "");
        var parameters = new TreeMap<>(query.toSingleValueMap());
        var phone = parameters.getOrDefault("PhoneNumbers", "");
        var fault = faults.next("/sms/" + action, phone);
        if (fault.filter(one -> !one.doesTheWork()).isPresent()) {
            return faulty(exchange, fault);
        }
        var answer = signed(headers, parameters) ? answer(action, parameters) : no("SignatureDoesNotMatch");
        write(action, parameters, answer);
        return fault.filter(Fault::drops).isPresent() ? hangUp(exchange) : Mono.just(entity(answer));
    }

    private static Mono<ResponseEntity<Map<String, Object>>> faulty(ServerWebExchange exchange, Optional<Fault> fault) {
        var errcode = fault.map(Fault::errcode).orElse(null);
        if (errcode == null) {
            return hangUp(exchange);
        }
        return Mono.just(entity(no(errcode == -1 ? "Throttling.User" : "isv.MOBILE_NUMBER_ILLEGAL")));
    }

    private static Mono<ResponseEntity<Map<String, Object>>> hangUp(ServerWebExchange exchange) {
        return WechatApi.hangUp(exchange).then(Mono.never());
    }

    private boolean signed(Map<String, String> headers, TreeMap<String, String> parameters) {
        var signed = Acs3.headers(
                headers.getOrDefault("host", ""),
                headers.getOrDefault("x-acs-action", ""),
                headers.getOrDefault("x-acs-version", ""),
                headers.getOrDefault("x-acs-date", ""),
                headers.getOrDefault("x-acs-signature-nonce", ""));
        var wanted = Acs3.ALGORITHM + " Credential=" + account.key() + ",SignedHeaders="
                + String.join(";", signed.keySet()) + ",Signature="
                + Acs3.signature(account.secret(), Acs3.query(parameters), signed);
        return MessageDigest.isEqual(
                wanted.getBytes(StandardCharsets.UTF_8),
                headers.getOrDefault("authorization", "").getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> answer(String action, Map<String, String> parameters) {
        return switch (action) {
            case SEND -> send(parameters);
            case "QuerySmsTemplateList" ->
                Map.of(
                        "Code",
                        "OK",
                        "SmsTemplateList",
                        FORMS.stream().map(SmsEndpoint::shown).toList());
            default -> no("InvalidAction.NotFound");
        };
    }

    private static Map<String, String> shown(Form form) {
        return Map.of(
                "TemplateCode",
                form.code(),
                "TemplateName",
                form.name(),
                "TemplateContent",
                form.content(),
                "AuditStatus",
                "AUDIT_STATE_PASS");
    }

    private Map<String, Object> send(Map<String, String> parameters) {
        var form = FORMS.stream()
                .filter(one -> one.code().equals(parameters.get("TemplateCode")))
                .findFirst()
                .orElse(null);
        if (form == null) {
            return no("isv.SMS_TEMPLATE_ILLEGAL");
        }
        if (!account.signName().equals(parameters.get("SignName"))) {
            return no("isv.SMS_SIGNATURE_ILLEGAL");
        }
        var text = form.content();
        var values = Json.read(parameters.getOrDefault("TemplateParam", "{}").getBytes(StandardCharsets.UTF_8));
        for (var value : values.properties()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().asString(""));
        }
        if (text.contains("${")) {
            return no("isv.TEMPLATE_MISSING_PARAMETERS");
        }
        var owner = owner(parameters.getOrDefault("PhoneNumbers", ""));
        if (owner == null) {
            return no("isv.MOBILE_NUMBER_ILLEGAL");
        }
        phones.text(owner, "sms", "【" + account.signName() + "】" + text);
        return Map.of("Code", "OK", "Message", "OK", "BizId", Randoms.number(18), "RequestId", Randoms.text(36));
    }

    private @Nullable Person owner(String phone) {
        return people.all().stream()
                .filter(one -> phone.endsWith(one.phone()))
                .findFirst()
                .orElse(null);
    }

    private static Map<String, Object> no(String code) {
        return Map.of("Code", code, "Message", code, "RequestId", Randoms.text(36));
    }

    private static ResponseEntity<Map<String, Object>> entity(Map<String, Object> answer) {
        var code = String.valueOf(answer.get("Code"));
        var status = code.startsWith("isv.") || code.equals("OK") ? 200 : 400;
        return ResponseEntity.status(status).body(answer);
    }

    private void write(String action, Map<String, String> parameters, Map<String, Object> answer) {
        journal.add(new Journal.Entry(
                journal.nextId(),
                clock.instant(),
                "POST",
                "/sms/" + action,
                "sms",
                new LinkedHashMap<>(parameters),
                "",
                Journal.masked(answer.toString()),
                "OK".equals(answer.get("Code")) ? 0 : -1,
                0));
    }
}
