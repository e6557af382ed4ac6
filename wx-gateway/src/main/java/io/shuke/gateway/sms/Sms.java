package io.shuke.gateway.sms;

import io.netty.channel.ChannelOption;
import io.shuke.gateway.wechat.Outcome;
import io.shuke.marketing.push.Gap;
import io.shuke.marketing.push.Message;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.Way;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends text messages and says what came of each. Never twice: whether to try again is not decided here. */
public final class Sms {

    private static final String VERSION = "2017-05-25";
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int CONNECT_MILLIS = 2_000;
    private static final int PAGE = 50;
    private static final Pattern GAP = Pattern.compile("\\$\\{(\\w+)}");

    private final SmsAccount account;
    private final JsonMapper json;
    private final Clock clock;
    private final HttpClient http;

    Sms(SmsAccount account, JsonMapper json, Clock clock) {
        this.account = account;
        this.json = json;
        this.clock = clock;
        this.http = HttpClient.create(ConnectionProvider.create("sms", 16))
                // A message that went out on a connection that broke may have arrived.
                .disableRetry(true)
                .followRedirect(false)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .responseTimeout(PATIENCE);
    }

    public boolean isConnected() {
        return account.isConnected();
    }

    /**
     * @param id our own of this message; the provider writes it into its list
     * @return the provider's number of the message
     */
    public Mono<Outcome<String>> send(Message.Sms message, String phone, String id) {
        if (!isConnected()) {
            return Mono.just(new Outcome.Refused<>(0));
        }
        var parameters = Map.of(
                "PhoneNumbers",
                phone,
                "SignName",
                account.signName(),
                "TemplateCode",
                message.template(),
                "TemplateParam",
                json.writeValueAsString(message.values()),
                "OutId",
                id);
        return ask("SendSms", id, new TreeMap<>(parameters))
                .map(outcome -> outcome.map(answer -> answer.path("BizId").asString("")));
    }

    /** The approved forms, of the first page; a small shop has a handful. */
    public Mono<Outcome<List<MessageTemplate>>> templates() {
        var parameters = Map.of("PageIndex", "1", "PageSize", Integer.toString(PAGE));
        var nonce = "templates-" + clock.instant().toEpochMilli();
        return ask("QuerySmsTemplateList", nonce, new TreeMap<>(parameters)).map(outcome -> outcome.map(Sms::forms));
    }

    private static List<MessageTemplate> forms(JsonNode answer) {
        var forms = new ArrayList<MessageTemplate>();
        for (var one : answer.path("SmsTemplateList")) {
            if (one.path("AuditStatus").asString("").equals("AUDIT_STATE_PASS")) {
                forms.add(new MessageTemplate(
                        Message.Sms.ACCOUNT,
                        one.path("TemplateCode").asString(""),
                        Way.SMS,
                        one.path("TemplateName").asString(""),
                        gaps(one.path("TemplateContent").asString(""))));
            }
        }
        return forms;
    }

    private static List<Gap> gaps(String content) {
        return GAP.matcher(content)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .map(name -> new Gap(name, name))
                .toList();
    }

    private Mono<Outcome<JsonNode>> ask(String action, String nonce, SortedMap<String, String> parameters) {
        var host = account.host().get();
        var query = Acs3.query(parameters);
        var date = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
        var headers = Acs3.headers(URI.create(host).getAuthority(), action, VERSION, date, nonce);
        return http.headers(all -> {
                    headers.forEach(all::set);
                    all.set("Authorization", Acs3.authorization(account.key(), account.secret(), query, headers));
                })
                .post()
                .uri(host + "/?" + query)
                .responseSingle((answer, body) -> body.asByteArray()
                        .defaultIfEmpty(new byte[0])
                        .map(bytes -> SmsAnswer.of(answer.status().code(), bytes, json)))
                .timeout(PATIENCE.plusSeconds(1))
                .onErrorResume(failure -> Mono.just(failed(failure)));
    }

    private static Outcome<JsonNode> failed(Throwable failure) {
        return failure instanceof TimeoutException || !(failure instanceof IOException)
                ? new Outcome.Unknown<>(failure.getClass().getSimpleName())
                : Outcome.of(failure);
    }
}
