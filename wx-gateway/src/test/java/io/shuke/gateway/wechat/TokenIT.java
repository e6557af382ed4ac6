package io.shuke.gateway.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shuke.gateway.wechat.Outcome.Ok;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import me.chanjar.weixin.common.error.WxErrorException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.redisson.Redisson;
import org.redisson.api.RedissonClient;
import org.redisson.client.codec.StringCodec;
import org.redisson.config.Config;
import org.redisson.config.ConstantDelay;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

@RunningShop
class TokenIT {

    private static final String PATH = "/cgi-bin/user/info";

    @Autowired
    private RedissonClient redis;

    @Autowired
    private FieldCipher cipher;

    private final FakeWechat wechat = new FakeWechat();
    private final MovableClock clock = new MovableClock();
    private final WechatCalls calls = new WechatCalls(64, 512, new SimpleMeterRegistry());
    private final List<RedissonClient> opened = new ArrayList<>();
    private String appid = "";

    @BeforeEach
    void newAccount() {
        appid = "wx" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
    }

    @AfterEach
    void close() {
        opened.forEach(RedissonClient::shutdown);
        wechat.close();
    }

    @Test
    void asksOnceForAll() {
        var node = node();
        all(node, 100);
        assertThat(wechat.tokenCalls).hasValue(1);
    }

    @Test
    void twoNodesWithADeadTokenAskTwiceAtMost() {
        var one = node();
        var other = node();
        all(one, 1);
        all(other, 1);
        assertThat(wechat.tokenCalls).hasValue(1);

        clock.advance(Duration.ofMinutes(5));
        wechat.rotate();
        StepVerifier.create(Flux.range(0, 200).flatMap(n -> call(n % 2 == 0 ? one : other), 200))
                .thenConsumeWhile(Ok.class::isInstance)
                .verifyComplete();
        assertThat(wechat.tokenCalls.get()).isLessThanOrEqualTo(3);
        assertThat(wechat.tokenCalls.get() - 1).isLessThanOrEqualTo(2);
    }

    @Test
    void doesNotAskAgainAndAgainWhenATokenIsRejectedForNoReason() {
        var node = node();
        all(node, 1);
        clock.advance(Duration.ofMinutes(5));
        for (int n = 0; n < 40; n++) {
            wechat.next(PATH, FakeWechat.error(40001));
        }
        for (int n = 0; n < 20; n++) {
            calls.now(appid, PATH, () -> node.getUserService().userInfo("o"));
        }
        assertThat(wechat.tokenCalls.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void keepsItSealed() {
        all(node(), 1);
        assertThat(stored()).isNotBlank().doesNotContain("TOKEN");
    }

    @Test
    void anotherNodeFindsIt() {
        all(node(), 1);
        all(node(), 1);
        assertThat(wechat.tokenCalls).hasValue(1);
    }

    @Test
    void asksAnewWhenRedisWasEmptied() {
        all(node(), 1);
        redis.getKeys().delete(key());
        all(node(), 1);
        assertThat(wechat.tokenCalls).hasValue(2);
    }

    @Test
    void asksAnewWhenRedisHoldsGarbage() {
        for (var garbage : List.of("", "garbage", "{\"@type\":\"java.lang.Runtime\"}", "rO0ABXNyABFqYXZh", "AAAA")) {
            var before = wechat.tokenCalls.get();
            redis.<String>getBucket(key(), StringCodec.INSTANCE).set(garbage);
            all(node(), 1);
            assertThat(wechat.tokenCalls).hasValue(before + 1);
        }
        redis.getKeys().delete(key());
        redis.<String>getList(key(), StringCodec.INSTANCE).add("garbage");
        all(node(), 1);
        all(node(), 1);
        assertThat(wechat.tokenCalls).hasValue(6);
    }

    @Test
    void aPoisonedLeaseStopsNobody() {
        redis.<String>getBucket("shuke:wechat:token-lease:" + appid, StringCodec.INSTANCE)
                .set("garbage");
        all(node(), 1);
        assertThat(wechat.tokenCalls).hasValue(1);
    }

    @Test
    void theTimerPutsBackWhatRedisLost() throws WxErrorException {
        var node = node();
        all(node, 1);
        redis.getKeys().delete(key());
        node.keeper().tend();
        assertThat(stored()).isNotBlank();
        assertThat(wechat.tokenCalls).hasValue(1);
    }

    @Test
    void theTimersOfAllNodesAskOnceAndInTime() throws WxErrorException {
        var one = node();
        var other = node();
        one.keeper().tend();
        other.keeper().tend();
        assertThat(wechat.tokenCalls).hasValue(1);

        clock.advance(Duration.ofMinutes(120 - 11));
        var fresh = wechat.rotate();
        one.keeper().tend();
        other.keeper().tend();
        assertThat(wechat.tokenCalls).hasValue(2);
        assertThat(one.keeper().value()).isEqualTo(fresh);
        assertThat(other.keeper().value()).isEqualTo(fresh);
        all(one, 10);
        all(other, 10);
        assertThat(wechat.tokenCalls).hasValue(2);
    }

    @Test
    void worksWithoutRedis() {
        var node = node(redisson("redis://127.0.0.1:1"));
        all(node, 50);
        assertThat(wechat.tokenCalls).hasValue(1);
    }

    @Test
    void aTokenThatCannotBeHadIsNotAnUnknownOutcome() {
        wechat.next("/cgi-bin/stable_token", FakeWechat.reset());
        wechat.next("/cgi-bin/stable_token", FakeWechat.page(502));
        wechat.next("/cgi-bin/stable_token", FakeWechat.error(40164));
        var node = node();
        assertThat(outcome(node)).isEqualTo(new Outcome.RetryLater<>(Outcome.When.SOON, Outcome.BUSY));
        assertThat(outcome(node)).isEqualTo(new Outcome.RetryLater<>(Outcome.When.SOON, Outcome.BUSY));
        assertThat(outcome(node)).isEqualTo(new Outcome.ConfigurationWrong<>(40164));
        assertThat(outcome(node)).isInstanceOf(Ok.class);
    }

    private Outcome<Optional<String>> outcome(OfficialAccount node) {
        return calls.now(
                appid,
                PATH,
                () -> Optional.ofNullable(node.getUserService().userInfo("o").getUnionId()));
    }

    private void all(OfficialAccount node, int times) {
        StepVerifier.create(Flux.range(0, times).flatMap(n -> call(node), 200))
                .thenConsumeWhile(Ok.class::isInstance)
                .verifyComplete();
    }

    private Mono<Outcome<String>> call(OfficialAccount node) {
        return calls.call(appid, PATH, () -> node.getUserService().userInfo("o").getOpenId());
    }

    private OfficialAccount node() {
        return node(redisson(redis.getConfig().useSingleServer().getAddress()));
    }

    private OfficialAccount node(RedissonClient itsRedis) {
        var channel =
                new Channel(appid, new MerchantId(1), Accounts.OFFICIAL, "店", "secret", "token", "a".repeat(43), null);
        return new OfficialAccount(
                channel,
                new Accounts.Surroundings(wechat.hosts(), new TokenStore(itsRedis, cipher, clock), calls, clock));
    }

    private RedissonClient redisson(String address) {
        var config = new Config()
                .setCodec(StringCodec.INSTANCE)
                .setExecutor(redis.getConfig().getExecutor())
                .setNettyThreads(2)
                .setLazyInitialization(true)
                .setPassword(redis.getConfig().getPassword());
        config.useSingleServer()
                .setAddress(address)
                .setDatabase(redis.getConfig().useSingleServer().getDatabase())
                .setConnectionMinimumIdleSize(1)
                .setConnectionPoolSize(8)
                .setTimeout(1_000)
                .setConnectTimeout(500)
                .setRetryAttempts(1)
                .setRetryDelay(new ConstantDelay(Duration.ofMillis(100)));
        var client = Redisson.create(config);
        opened.add(client);
        return client;
    }

    private String stored() {
        return redis.<String>getBucket(key(), StringCodec.INSTANCE).get();
    }

    private String key() {
        return "shuke:wechat:token:" + appid;
    }
}
