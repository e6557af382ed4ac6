package io.shuke.gateway.demo;

import io.shuke.gateway.wechat.Accounts;
import io.shuke.marketing.till.OpeningHours;
import io.shuke.marketing.till.TillCaps;
import io.shuke.marketing.till.TillKeys;
import io.shuke.marketing.till.TillScope;
import io.shuke.marketing.till.TillTerms;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/** Opens the demo shop before the first request is served, once a data folder. */
final class DemoShop implements SmartInitializingSingleton {

    static final MerchantId MERCHANT = new MerchantId(1);
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final Logger LOG = LoggerFactory.getLogger(DemoShop.class);
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private final Jdbc jdbc;
    private final Ids ids;
    private final DemoClock clock;
    private final Merchants merchants;
    private final Channels channels;
    private final TillKeys tills;
    private final DemoPay pay;
    private final DemoHistory history;
    private final DemoOffers offers;
    private final RandomGenerator random = new SecureRandom();

    DemoShop(
            Jdbc jdbc,
            Ids ids,
            DemoClock clock,
            Merchants merchants,
            Channels channels,
            TillKeys tills,
            DemoPay pay,
            DemoHistory history,
            DemoOffers offers) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.clock = clock;
        this.merchants = merchants;
        this.channels = channels;
        this.tills = tills;
        this.pay = pay;
        this.history = history;
        this.offers = offers;
    }

    /** The accounts are connected last: without them the shop counts as not opened, and everything is gone through again. */
    @Override
    public void afterSingletonsInstantiated() {
        if (!jdbc.forAll(channels::all).isEmpty()) {
            return;
        }
        LOG.info("第一次启动：正在准备演示商户的一年历史…… (first start: writing a year of history)");
        if (jdbc.forAll(merchants::all).isEmpty()) {
            merchants.open(new Merchant(MERCHANT, "老街面馆", ZONE));
        }
        var official = account("wxd3a0000000000001", Accounts.OFFICIAL, "老街面馆");
        pay.connect(MERCHANT);
        jdbc.within(MERCHANT, () -> {
            openStores();
            giveTheTillItsKey();
            offers.open();
            history.write(LocalDate.now(clock.withZone(ZONE)), ZONE, official.account());
            offers.handOut();
            return true;
        });
        channels.connect(official);
        channels.connect(account("wxd3a0000000000002", Accounts.MINI, "老街面馆小程序"));
    }

    private void openStores() {
        if (merchants.stores().isEmpty()) {
            merchants.openStore(new Store(ids.next(), "老街面馆·解放路店", "解放路 18 号", "store-1"));
            merchants.openStore(new Store(ids.next(), "老街面馆·大学城店", "大学城北门 3 号", "store-2"));
        }
    }

    /** With room for whoever tries the till with a program. */
    private void giveTheTillItsKey() {
        if (tills.all().isEmpty()) {
            var caps = new TillCaps(5_000_000, 100_000_000, 500_000_000, 50_000, 1_000_000, 5_000_000);
            var store = merchants.stores().get(0).id();
            tills.issue(new TillTerms("前台收银机", store, Set.of(TillScope.values()), caps, OpeningHours.ALWAYS));
        }
    }

    /** Real secrets, other ones for each data folder; only the name is always the same. */
    private Channel account(String appid, String provider, String name) {
        return new Channel(appid, MERCHANT, provider, name, hex(16), hex(8), letters(43), null);
    }

    private String hex(int length) {
        return HexFormat.of().formatHex(bytes(length));
    }

    private byte[] bytes(int length) {
        var bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private String letters(int length) {
        return random.ints(length, 0, LETTERS.length())
                .collect(StringBuilder::new, (text, at) -> text.append(LETTERS.charAt(at)), StringBuilder::append)
                .toString();
    }
}
