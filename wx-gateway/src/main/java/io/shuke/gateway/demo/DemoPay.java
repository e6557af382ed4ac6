package io.shuke.gateway.demo;

import io.shuke.gateway.simulator.PayPlatform;
import io.shuke.gateway.wechat.pay.PayAccount;
import io.shuke.gateway.wechat.pay.PayAccounts;
import io.shuke.member.balance.AtCounter;
import io.shuke.member.balance.Balances;
import io.shuke.member.balance.ChargePlan;
import io.shuke.member.balance.ChargePlan.Offer;
import io.shuke.member.balance.ChargePlans;
import io.shuke.member.balance.Charges;
import io.shuke.member.ground.Fen;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Reference;
import io.shuke.member.membership.MemberId;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;

/** The demo shop's account at WeChat Pay, its charge plan, and the regulars who keep money there. */
final class DemoPay {

    /** Every so many guests one charges on the day he joins. */
    private static final int ONE_IN = 8;

    private final ObjectProvider<PayPlatform> platform;
    private final PayAccounts accounts;
    private final ChargePlans plans;
    private final Charges charges;
    private final Balances balances;

    DemoPay(
            ObjectProvider<PayPlatform> platform,
            PayAccounts accounts,
            ChargePlans plans,
            Charges charges,
            Balances balances) {
        this.platform = platform;
        this.accounts = accounts;
        this.plans = plans;
        this.charges = charges;
        this.balances = balances;
    }

    /** With keys of its own for each data folder; only where there is a WeChat Pay to play with. */
    void connect(MerchantId merchant) {
        var there = platform.getIfAvailable();
        if (there == null || accounts.of(merchant).isPresent()) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var key = generator.generateKeyPair().getPrivate();
            accounts.connect(new PayAccount(
                    "1900000001",
                    merchant,
                    hex(20).toUpperCase(java.util.Locale.ROOT),
                    PayPlatform.pem("PRIVATE KEY", key.getEncoded()),
                    hex(16),
                    there.keyId(),
                    there.publicKey()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void plan() {
        if (plans.offered().isEmpty()) {
            plans.change(new ChargePlan(
                    List.of(
                            new Offer(new Fen(10_000), new Fen(1_000), 0),
                            new Offer(new Fen(30_000), new Fen(5_000), 0)),
                    new Fen(2_000)));
        }
    }

    /** Some charge when they join, in cash as people did before the page could, and pay the first meal with it. */
    void perhapsCharge(Guest guest, MemberId member) {
        if (guest.number() % ONE_IN != 0) {
            return;
        }
        var large = guest.number() % (3 * ONE_IN) == 0;
        var charge = charges.atCounter(new AtCounter(
                member,
                new Fen(large ? 30_000 : 10_000),
                new Fen(large ? 5_000 : 1_000),
                "system",
                "现金充值",
                "demo-guest-" + guest.number()));
        // A load that is gone through again finds it spent.
        if (balances.of(member).principal().equals(charge.pay())) {
            balances.pay(
                    member, new Fen(1_800 + guest.number() % 7 * 350), new Reference("demo-meal:" + guest.number()));
        }
    }

    private static String hex(int bytes) {
        var random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
