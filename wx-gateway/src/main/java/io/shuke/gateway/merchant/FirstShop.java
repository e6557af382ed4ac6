package io.shuke.gateway.merchant;

import io.shuke.gateway.wechat.Accounts;
import io.shuke.gateway.wechat.pay.PayAccount;
import io.shuke.gateway.wechat.pay.PayAccounts;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.merchant.Channel;
import io.shuke.member.merchant.Channels;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import io.shuke.member.merchant.Store;
import java.time.ZoneId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Opens the first merchant of an installation from its environment ({@code SHOP_NAME} and the accounts' secrets) before
 * the first request is served; without a name it opens nothing. Started again with other secrets, it takes those over.
 */
@Component
class FirstShop implements SmartInitializingSingleton {

    private static final MerchantId FIRST = new MerchantId(1);

    private final Environment settings;
    private final Jdbc jdbc;
    private final Ids ids;
    private final Merchants merchants;
    private final Channels channels;
    private final PayAccounts payAccounts;

    FirstShop(
            Environment settings, Jdbc jdbc, Ids ids, Merchants merchants, Channels channels, PayAccounts payAccounts) {
        this.settings = settings;
        this.jdbc = jdbc;
        this.ids = ids;
        this.merchants = merchants;
        this.channels = channels;
        this.payAccounts = payAccounts;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (!setting("name").isEmpty()) {
            open();
        }
    }

    private void open() {
        if (jdbc.forAll(merchants::all).isEmpty()) {
            merchants.open(new Merchant(FIRST, setting("name"), ZoneId.of(setting("zone"))));
        }
        jdbc.within(FIRST, () -> {
            if (merchants.stores().isEmpty()) {
                merchants.openStore(new Store(ids.next(), setting("name"), setting("address"), "store-1"));
            }
            return true;
        });
        connect("official", Accounts.OFFICIAL);
        connect("mini", Accounts.MINI);
        connectPay();
    }

    /** Its keys are PEM; in an environment their lines may be written as {@code \\n}. */
    private void connectPay() {
        var account = setting("pay.account");
        if (!account.isEmpty()) {
            payAccounts.connect(new PayAccount(
                    account,
                    FIRST,
                    setting("pay.serial"),
                    setting("pay.private-key").replace("\\n", "\n"),
                    setting("pay.api-key"),
                    setting("pay.public-key-id"),
                    setting("pay.public-key").replace("\\n", "\n")));
        }
    }

    private void connect(String which, String provider) {
        var appid = setting(which + ".appid");
        if (!appid.isEmpty()) {
            channels.connect(new Channel(
                    appid,
                    FIRST,
                    provider,
                    setting("name"),
                    setting(which + ".secret"),
                    setting(which + ".token"),
                    setting(which + ".aes-key"),
                    null));
        }
    }

    private String setting(String name) {
        return settings.getProperty("shuke.shop." + name, "").strip();
    }
}
