package io.shuke.gateway.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.EventLoops;
import io.shuke.Shuke;
import io.shuke.gateway.wechat.Accounts;
import io.shuke.gateway.wechat.pay.PayAccounts;
import io.shuke.journey.Door;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.data.redis.autoconfigure.DataRedisConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;
import org.springframework.mock.env.MockEnvironment;

/** The first start with a shop's own settings, an apostrophe in its name, and no Redis far and wide. */
@SpringBootTest(
        classes = Shuke.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "shuke.embedded.enabled=true",
            "shuke.embedded.data=${shuke.test.data:target/test-data}",
            "shuke.embedded.schema=fresh",
            "shuke.keys.folder=${shuke.test.data:target/test-data}/keys",
            "shuke.keys.create=true",
            "shuke.spool.folder=${shuke.test.data:target/test-data}/spool-${random.uuid}",
            "shuke.shop.name=Joe's 面馆",
            "shuke.shop.address=解放路 1 号",
            "shuke.shop.official.appid=wxf1f1f1f1f1f1f1f1",
            "shuke.shop.official.secret=a-secret",
            "shuke.shop.official.token=token",
            "shuke.shop.official.aes-key=abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG",
            "shuke.wechat.api-host=http://127.0.0.1:9",
            "management.server.port=0"
        })
@Import(FirstStartIT.NoRedis.class)
@ExtendWith({EventLoops.class, OutputCaptureExtension.class})
class FirstStartIT {

    private static final MerchantId FIRST = new MerchantId(1);

    @TestConfiguration(proxyBeanMethods = false)
    static class NoRedis {

        /** Nobody listens at the port for discarding. */
        @Bean
        @Primary
        DataRedisConnectionDetails nowhere() {
            return new DataRedisConnectionDetails() {
                @Override
                public Standalone getStandalone() {
                    return Standalone.of("127.0.0.1", 9);
                }
            };
        }
    }

    @Autowired
    Jdbc jdbc;

    @Autowired
    Merchants merchants;

    @Autowired
    Channels channels;

    @Autowired
    PayAccounts payAccounts;

    @Autowired
    Ids ids;

    @Autowired
    Environment environment;

    private final Door door;
    private final Door management;

    FirstStartIT(@LocalServerPort int port, @LocalManagementPort int management) {
        this.door = new Door(port);
        this.management = new Door(management);
    }

    @Test
    void theShopItsStoreAndItsAccountAreThere() {
        var shop = door.get("/api/shop");

        assertThat(shop.at("/name")).isEqualTo("Joe's 面馆");
        assertThat(shop.at("/stores/0/address")).isEqualTo("解放路 1 号");
        assertThat(shop.at("/officialAccount")).isEqualTo("wxf1f1f1f1f1f1f1f1");
    }

    @Test
    void startedAgainWithAnotherSecretItTakesThatOverAndOpensNothingTwice() {
        var again = new MockEnvironment();
        for (var name : java.util.List.of("name", "address", "zone", "official.appid", "official.token")) {
            again.setProperty("shuke.shop." + name, environment.getRequiredProperty("shuke.shop." + name));
        }
        again.setProperty("shuke.shop.official.secret", "another");
        again.setProperty(
                "shuke.shop.official.aes-key", environment.getRequiredProperty("shuke.shop.official.aes-key"));

        new FirstShop(again, jdbc, ids, merchants, channels, payAccounts).afterSingletonsInstantiated();

        assertThat(jdbc.forAll(merchants::all)).hasSize(1);
        assertThat(jdbc.within(FIRST, merchants::stores))
                .extracting(Store::scene)
                .containsExactly("store-1");
        assertThat(jdbc.forAll(channels::all))
                .filteredOn(channel -> channel.provider().equals(Accounts.OFFICIAL))
                .extracting(Channel::secret)
                .containsExactly("another");
    }

    @Test
    void withoutANameNothingIsOpened() {
        new FirstShop(new MockEnvironment(), jdbc, ids, merchants, channels, payAccounts).afterSingletonsInstantiated();

        assertThat(jdbc.forAll(merchants::all)).hasSize(1);
    }

    @Test
    void servesWithoutRedis() {
        assertThat(management.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(door.get("/api/shop").status()).isEqualTo(200);
        // Counted by this node alone; WeChat cannot be reached, which is another matter than a failure of ours.
        var login = door.call("POST", "/api/sessions/mini", Map.of(), "{\"appid\":\"wx-unknown\",\"code\":\"abc\"}");
        assertThat(login.code()).as(login.toString()).isEqualTo("wechat.unknown-account");
    }

    @Test
    void theLogTellsHowTheOwnerComesIn(CapturedOutput log) {
        assertThat(log.getAll()).contains("“Joe's 面馆”还没有店主", "/console/#/first-owner/");
    }
}
