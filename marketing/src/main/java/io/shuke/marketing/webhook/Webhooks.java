package io.shuke.marketing.webhook;

import static java.util.Objects.requireNonNull;

import io.shuke.marketing.webhook.WebhookMapper.MessageRow;
import io.shuke.marketing.webhook.WebhookMapper.WebhookRow;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ground.MerchantScope;
import io.shuke.member.ground.Slice;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a merchant's own program wants to know. A message is a row of the transaction it tells of; whoever sends claims it,
 * sends, and settles, and what was not settled is claimed again.
 */
@Service
public class Webhooks {

    private static final int MOST = 5;
    /** Every settled bill asks where to tell of it; a change reaches all nodes within this time. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    /** A sender that has not settled by then has died. */
    private static final Duration CLAIMED = Duration.ofMinutes(1);

    private static final Duration KEPT = Duration.ofDays(90);
    private static final int MANY = 5_000;
    private static final int LARGEST_PAGE = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record Known(List<Webhook> webhooks, Instant until) {}

    private final WebhookMapper mapper;
    private final FieldCipher cipher;
    private final Ids ids;
    private final Clock clock;
    private final boolean local;
    private final Map<MerchantId, Known> known = new ConcurrentHashMap<>();

    Webhooks(
            WebhookMapper mapper,
            FieldCipher cipher,
            Ids ids,
            Clock clock,
            @Value("${shuke.webhook.local:false}") boolean local) {
        this.mapper = mapper;
        this.cipher = cipher;
        this.ids = ids;
        this.clock = clock;
        this.local = local;
    }

    public List<Webhook> all() {
        return mapper.all().stream().map(Webhooks::webhook).toList();
    }

    @Transactional
    public RegisteredWebhook register(String url, Set<WebhookEvent> events) {
        if (events.isEmpty()) {
            throw WebhookRefusal.noEvents();
        }
        if (mapper.all().size() >= MOST) {
            throw WebhookRefusal.tooMany(MOST);
        }
        var webhook = new Webhook(ids.next(), WebhookAddress.checked(url, local), events, clock.instant());
        var secret = secret();
        mapper.insert(new WebhookRow(
                webhook.id(),
                webhook.url(),
                events.stream().sorted().map(WebhookEvent::name).collect(Collectors.joining(",")),
                cipher.seal(secret, place(webhook.id())),
                webhook.since()));
        known.remove(MerchantScope.current());
        return new RegisteredWebhook(webhook, secret);
    }

    /** What was not delivered yet is not delivered any more. */
    @Transactional
    public void remove(long id) {
        if (mapper.delete(id) == 0) {
            throw WebhookRefusal.unknown();
        }
        mapper.abandon(id);
        known.remove(MerchantScope.current());
    }

    /** Writes down what is to be told, in the transaction in which it happens. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void queue(WebhookEvent event, Facts facts) {
        for (var webhook : remembered()) {
            if (webhook.events().contains(event)) {
                mapper.queue(ids.next(), webhook.id(), event.name(), facts.stored(), clock.instant());
            }
        }
    }

    private List<Webhook> remembered() {
        var merchant = MerchantScope.current();
        var now = clock.instant();
        var one = known.get(merchant);
        if (one != null && now.isBefore(one.until())) {
            return one.webhooks();
        }
        var all = all();
        known.put(merchant, new Known(all, now.plus(REMEMBERED)));
        return all;
    }

    /** The merchants for whom something is to be sent now; of all merchants. */
    public List<MerchantId> merchantsWithWork() {
        return mapper.merchantsWithWork(clock.instant()).stream()
                .map(MerchantId::new)
                .toList();
    }

    /** Takes messages for sending: nobody else gets them until this attempt is settled or given up. */
    @Transactional
    public List<WebhookMessage> claim(int most) {
        var now = clock.instant();
        var rows = mapper.due(now, most);
        var addresses = mapper.all().stream().collect(Collectors.toMap(WebhookRow::id, Function.identity()));
        rows.forEach(row -> mapper.claim(row.id(), now.plus(CLAIMED)));
        return rows.stream()
                .filter(row -> addresses.containsKey(row.webhookId()))
                .map(row -> message(row, requireNonNull(addresses.get(row.webhookId()))))
                .toList();
    }

    @Transactional
    public void delivered(WebhookMessage message, String outcome) {
        mapper.settle(message.id(), message.attempt(), clock.instant(), null, outcome);
    }

    /** Tried again later and later, and in the end not at all. */
    @Transactional
    public void failed(WebhookMessage message, String outcome) {
        var next = Backoff.after(message.attempt()).map(clock.instant()::plus).orElse(null);
        mapper.settle(message.id(), message.attempt(), null, next, outcome);
    }

    /** Once more, whatever became of it. */
    @Transactional
    public void replay(long webhook, long message) {
        if (mapper.replay(webhook, message, clock.instant()) == 0) {
            throw WebhookRefusal.unknown();
        }
    }

    /** @return how many messages are sent once more */
    @Transactional
    public int replaySince(long webhook, Instant since) {
        return mapper.replaySince(webhook, since, clock.instant());
    }

    /** Newest first. @param before the smallest id that was seen, or the largest number */
    public Slice<Delivery> deliveries(long webhook, long before, int size) {
        var limit = Math.max(1, Math.min(size, LARGEST_PAGE));
        var page = Slice.of(mapper.messages(webhook, before, limit + 1), limit, MessageRow::id);
        return new Slice<>(page.items().stream().map(Webhooks::delivery).toList(), page.next());
    }

    /** @return whether there may be more */
    @Transactional
    public boolean forgetOld() {
        return mapper.forget(clock.instant().minus(KEPT), MANY) == MANY;
    }

    private WebhookMessage message(MessageRow row, WebhookRow address) {
        return new WebhookMessage(
                row.id(),
                address.id(),
                address.url(),
                cipher.open(address.secret(), place(address.id())),
                WebhookEvent.valueOf(row.event()),
                Facts.read(row.facts()),
                row.happenedAt(),
                row.attempts() + 1);
    }

    private static Delivery delivery(MessageRow row) {
        return new Delivery(
                row.id(),
                WebhookEvent.valueOf(row.event()),
                row.happenedAt(),
                row.attempts(),
                row.nextAt(),
                row.deliveredAt(),
                row.outcome());
    }

    private static Webhook webhook(WebhookRow row) {
        var events = Arrays.stream(row.events().split(","))
                .map(WebhookEvent::valueOf)
                .collect(Collectors.toSet());
        return new Webhook(row.id(), row.url(), events, row.since());
    }

    private static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String place(long id) {
        return "webhook.secret:" + id;
    }
}
