package io.shuke.gateway.push;

import io.shuke.gateway.door.Customer;
import io.shuke.gateway.door.RequestRefusal;
import io.shuke.marketing.push.Credits;
import io.shuke.marketing.push.MessageTemplate;
import io.shuke.marketing.push.MessageTemplates;
import io.shuke.marketing.push.OptOut;
import io.shuke.marketing.push.OptOuts;
import io.shuke.marketing.push.Topic;
import io.shuke.marketing.push.Way;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.membership.MemberId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What a member wants to be told, and what not. */
@RestController
class ConsentEndpoint {

    private static final int MOST = 20;
    private static final String ACCEPTED = "accept";
    private static final String REJECTED = "reject";
    private static final List<TopicBody> TOPICS = Stream.of(Topic.values())
            .map(one -> new TopicBody(one, one.label(), one.isMarketing()))
            .toList();

    /** @param left how many messages the member still agreed to */
    record SubscriptionBody(String appid, String templateId, String title, Way way, int left) {}

    record SubscriptionsBody(List<SubscriptionBody> items) {}

    /** @param results what the prompt said of each template: {@code accept}, {@code reject}, or WeChat's other words */
    record ResultsBody(@Nullable String appid, @Nullable Map<String, @Nullable String> results) {}

    /** @param topic left out it is every topic @param way left out it is every way */
    record OptOutBody(@Nullable Topic topic, @Nullable Way way) {}

    record OptOutsBody(@Nullable List<OptOutBody> items) {}

    /** @param marketing whether the shop wants something from the member, and not the other way round */
    record TopicBody(Topic code, String label, boolean marketing) {}

    /** @param topics all there are to say no to */
    record RefusedBody(List<OptOutBody> items, List<TopicBody> topics) {}

    private final Credits credits;
    private final OptOuts optOuts;
    private final MessageTemplates templates;
    private final Jdbc jdbc;
    private final Clock clock;

    ConsentEndpoint(Credits credits, OptOuts optOuts, MessageTemplates templates, Jdbc jdbc, Clock clock) {
        this.credits = credits;
        this.optOuts = optOuts;
        this.templates = templates;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @GetMapping("/api/me/subscriptions")
    Mono<SubscriptionsBody> subscriptions(Customer customer) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> shown(member));
    }

    /** With the same {@code Idempotency-Key} again it is the same answer. */
    @PostMapping("/api/me/subscriptions")
    Mono<SubscriptionsBody> answered(
            Customer customer,
            @RequestBody ResultsBody body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
        var member = customer.joined();
        var appid = body.appid();
        var results = body.results();
        if (appid == null || results == null || results.size() > MOST) {
            throw RequestRefusal.malformed();
        }
        return jdbc.call(customer.merchant(), () -> {
            var answer = key == null ? UUID.randomUUID().toString() : key;
            var known = asked().stream()
                    .filter(template -> template.account().equals(appid))
                    .map(MessageTemplate::id)
                    .collect(Collectors.toSet());
            results.forEach((template, said) -> {
                if (known.contains(template)) {
                    count(member, new Credits.Consented(appid, template), said, answer);
                }
            });
            return shown(member);
        });
    }

    private void count(MemberId member, Credits.Consented what, @Nullable String said, String answer) {
        if (ACCEPTED.equals(said)) {
            credits.granted(member, what, Credits.Teller.PAGE, answer, clock.instant());
        } else if (REJECTED.equals(said)) {
            credits.gone(member, what.account(), what.template());
        }
    }

    private List<MessageTemplate> asked() {
        return templates.all().stream()
                .filter(template -> template.way().needsCredit())
                .toList();
    }

    private SubscriptionsBody shown(MemberId member) {
        var left = credits.of(member).stream()
                .collect(Collectors.toMap(credit -> credit.account() + " " + credit.template(), Credits.Credit::left));
        return new SubscriptionsBody(asked().stream()
                .map(one -> new SubscriptionBody(
                        one.account(),
                        one.id(),
                        one.title(),
                        one.way(),
                        left.getOrDefault(one.account() + " " + one.id(), 0)))
                .toList());
    }

    @GetMapping("/api/me/opt-outs")
    Mono<RefusedBody> optOuts(Customer customer) {
        var member = customer.joined();
        return jdbc.call(customer.merchant(), () -> refused(member));
    }

    @PutMapping("/api/me/opt-outs")
    Mono<RefusedBody> change(Customer customer, @RequestBody OptOutsBody body) {
        var member = customer.joined();
        if (body.items() == null) {
            throw RequestRefusal.malformed();
        }
        var wanted = body.items().stream()
                .map(one -> new OptOut(one.topic(), one.way()))
                .collect(Collectors.toSet());
        return jdbc.call(customer.merchant(), () -> {
            optOuts.change(member, wanted);
            return refused(member);
        });
    }

    private RefusedBody refused(MemberId member) {
        return new RefusedBody(
                optOuts.of(member).stream()
                        .map(no -> new OptOutBody(no.topic(), no.way()))
                        .toList(),
                TOPICS);
    }
}
