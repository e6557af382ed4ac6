package io.shuke.gateway.card;

import io.shuke.gateway.door.RedisAway;
import io.shuke.gateway.door.Seal;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.MemberId;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.data.redis.connection.ReactiveRedisConnectionFactory;
import org.springframework.data.redis.core.ReactiveRedisTemplate;
import org.springframework.data.redis.serializer.RedisSerializationContext;
import org.springframework.data.redis.serializer.RedisSerializer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Cards as they were last shown, in Redis. A change leaves a mark in the card's place, and nobody keeps a card over a mark:
 * he may have read it before the change. Whatever else stands there without our seal counts as such a mark.
 */
@Component
class CardCache {

    /** How long a card may be wrong when its mark was lost: Redis was out of reach, or this node died after a commit. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    /** Longer than it takes from reading a card in the database to keeping it. */
    private static final Duration MARKED = Duration.ofSeconds(3);

    private static final byte[] MARK = new byte[0];

    /** @param mayBeKept whether the card may be kept once it has been read from the database */
    record Found(byte @Nullable [] content, boolean mayBeKept) {

        static final Found NOTHING = new Found(null, true);
        static final Found MARKED = new Found(null, false);
    }

    private final ReactiveRedisTemplate<String, byte[]> redis;
    private final Seal seal;
    private final RedisAway without =
            new RedisAway(LoggerFactory.getLogger(CardCache.class), "cards are shown without Redis");

    CardCache(ReactiveRedisConnectionFactory connections, Seal seal) {
        this.redis = new ReactiveRedisTemplate<>(
                connections,
                RedisSerializationContext.<String, byte[]>newSerializationContext(RedisSerializer.byteArray())
                        .key(RedisSerializer.string())
                        .build());
        this.seal = seal;
    }

    Mono<Found> find(MerchantId merchant, MemberId member) {
        var key = key(merchant, member);
        return redis.opsForValue()
                .get(key)
                .map(stored -> found(key, stored))
                .defaultIfEmpty(Found.NOTHING)
                .onErrorResume(away -> without.give(away, Found.MARKED));
    }

    private Found found(String key, byte[] stored) {
        var content = seal.open(key, stored);
        if (content.isEmpty() && stored.length > 0) {
            mark(key).subscribe();
        }
        return content.map(card -> new Found(card, false)).orElse(Found.MARKED);
    }

    Mono<Boolean> keep(MerchantId merchant, MemberId member, byte[] content) {
        var key = key(merchant, member);
        return redis.opsForValue()
                .setIfAbsent(key, seal.put(key, content), KEPT)
                .onErrorResume(away -> without.give(away, false));
    }

    /** Sent before anybody is answered who caused the change, so his next look at this node already finds the mark. */
    void changed(MerchantId merchant, Collection<MemberId> members) {
        Flux.fromIterable(members)
                .flatMap(member -> mark(key(merchant, member)))
                .subscribe();
    }

    private Mono<Boolean> mark(String key) {
        return redis.opsForValue().set(key, MARK, MARKED).onErrorResume(away -> without.give(away, false));
    }

    private static String key(MerchantId merchant, MemberId member) {
        return "card:{" + merchant + ":" + member.value() + "}";
    }
}
