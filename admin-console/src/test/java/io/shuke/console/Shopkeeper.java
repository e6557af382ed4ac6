package io.shuke.console;

import io.shuke.console.staff.Account;
import io.shuke.console.staff.Hiring;
import io.shuke.console.staff.Password;
import io.shuke.console.staff.Role;
import io.shuke.console.staff.Staff;
import io.shuke.console.staff.StaffMember;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Phone;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Gives each test a shop of its own, staff, regulars and a browser. */
@Component
public class Shopkeeper {

    private static final AtomicLong NEXT = new AtomicLong(System.currentTimeMillis());

    private final Jdbc jdbc;
    private final Merchants merchants;
    private final Members members;
    private final Consents consents;
    private final Staff staff;
    private final Environment environment;

    Shopkeeper(
            Jdbc jdbc, Merchants merchants, Members members, Consents consents, Staff staff, Environment environment) {
        this.jdbc = jdbc;
        this.merchants = merchants;
        this.members = members;
        this.consents = consents;
        this.staff = staff;
        this.environment = environment;
    }

    public MerchantId opens() {
        var merchant = new Merchant(new MerchantId(NEXT.incrementAndGet()), "小店", ZoneId.of("Asia/Shanghai"));
        jdbc.within(merchant.id(), () -> {
            merchants.open(merchant);
            return true;
        });
        return merchant.id();
    }

    public Account account() {
        return new Account("staff-" + NEXT.incrementAndGet());
    }

    public StaffMember hires(MerchantId merchant, Role role) {
        var name = role.name().toLowerCase(Locale.ROOT);
        return jdbc.within(
                merchant, () -> staff.hire(new Hiring(account(), name, role, new Password(Browser.PASSWORD))));
    }

    public Member welcomes(MerchantId merchant, String nickname) {
        var id = NEXT.incrementAndGet();
        var joining = new Joining(
                List.of(new Identity("mini-app", "o" + id)),
                new Phone("139%08d".formatted(id % 100_000_000)),
                consents.current().version(),
                "test",
                nickname,
                null,
                null,
                null);
        return jdbc.within(merchant, () -> members.join(joining).member());
    }

    public Browser browser() {
        return new Browser(environment.getRequiredProperty("local.server.port", Integer.class));
    }

    public Browser signedIn(MerchantId merchant, Role role) {
        return browser().signsIn(hires(merchant, role).account().value());
    }
}
