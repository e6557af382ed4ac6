package io.shuke.member.membership;

import static io.shuke.member.membership.Shopkeeper.MINI;
import static io.shuke.member.membership.Shopkeeper.OFFICIAL;
import static io.shuke.member.membership.Shopkeeper.UNION;
import static io.shuke.member.membership.Shopkeeper.identity;
import static io.shuke.member.membership.Shopkeeper.phone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody has a dump of the database, or may write to it, but has no keys. */
@ShopTest
class SecrecyIT {

    private static final int PEOPLE = 50;

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = shopkeeper.opens();
    }

    @Test
    void dumpTellsNobodysPhoneOrAccountInAnyForm() {
        var secrets = new ArrayList<Secret>();
        for (int i = 0; i < PEOPLE; i++) {
            var phone = phone();
            var mini = identity(MINI);
            var union = identity(UNION);
            var member = join(phone, mini, union);
            run(() -> members.followed(mini));
            if (i % 5 == 0) {
                run(() -> members.withdraw(mini));
            }
            secrets.add(new Secret(phone.number(), member));
            secrets.add(new Secret("+86" + phone.number(), member));
            secrets.add(new Secret(mini.subject(), member));
            secrets.add(new Secret(union.subject(), member));
            secrets.add(new Secret("秘密的昵称", member));
            secrets.add(new Secret("1990-05-17", member));
        }

        var dump = dump();

        assertThat(dump).contains("mini-app").hasSizeGreaterThan(10_000);
        for (var secret : secrets) {
            assertThat(forms(secret)).noneMatch(dump::contains);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nickname", "birthday", "profile"})
    void valueMovedToAnotherMemberDoesNotOpenThere(String column) {
        var one = join(phone(), identity(MINI));
        var other = join(phone(), identity(MINI));

        copy(
                "UPDATE member a JOIN member b ON b.id = ? SET a." + column + " = b." + column + " WHERE a.id = ?",
                other,
                one);

        assertThatThrownBy(() -> jdbc.within(shop, () -> members.member(one)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(jdbc.within(shop, () -> members.member(other)).nickname()).isEqualTo("秘密的昵称");
    }

    @Test
    void valueMovedToAnotherColumnDoesNotOpenThere() {
        var one = join(phone(), identity(MINI));

        copy("UPDATE member SET nickname = profile WHERE id = ? AND id = ?", one, one);

        assertThatThrownBy(() -> jdbc.within(shop, () -> members.member(one)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keyMovedToAnotherMemberDoesNotOpenThere() {
        var one = join(phone(), identity(MINI));
        var other = join(phone(), identity(MINI));

        copy(
                "UPDATE member_key a JOIN member_key b ON b.member_id = ? SET a.secret = b.secret WHERE a.member_id = ?",
                other,
                one);

        assertThatThrownBy(() -> jdbc.within(shop, () -> members.member(one)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void phoneMovedToAnotherMemberDoesNotOpenThere() {
        var one = join(phone(), identity(MINI));
        var other = join(phone(), identity(MINI));

        copy(
                "UPDATE member_identity a JOIN member_identity b ON b.member_id = ? AND b.provider = 'phone'"
                        + " SET a.subject = b.subject WHERE a.member_id = ? AND a.provider = 'phone'",
                other,
                one);

        assertThatThrownBy(() -> jdbc.within(shop, () -> members.member(one)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void accountNameMovedToAnotherRowOfTheSameMemberDoesNotOpenThere() {
        var one = join(phone(), identity(MINI), identity(OFFICIAL));

        copy(
                "UPDATE member_identity a JOIN member_identity b ON b.member_id = ? AND b.provider = '" + OFFICIAL + "'"
                        + " SET a.subject = b.subject WHERE a.member_id = ? AND a.provider = '" + MINI + "'",
                one,
                one);

        assertThatThrownBy(() -> jdbc.within(shop, () -> members.identities(one)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void nothingPrintsWhatItHolds() {
        var phone = phone();
        var mini = identity(MINI);
        var joining = shopkeeper.joining(phone, "秘密的昵称", mini);
        var member = jdbc.within(shop, () -> members.join(joining));
        var export = jdbc.within(shop, () -> members.export(member.member().id()));

        assertThat(List.of(joining, member, export, mini, phone).toString())
                .doesNotContain(phone.number(), mini.subject(), "秘密的昵称");
    }

    private MemberId join(Phone phone, Identity... identities) {
        return jdbc.within(shop, () -> {
            var joined = members.join(shopkeeper.joining(phone, "秘密的昵称", identities));
            var change = new ProfileChange(
                    "秘密的昵称",
                    LocalDate.of(1990, 5, 17),
                    Map.of("contact", identities[0].subject()),
                    List.of(ImportantDate.yearly(Occasion.BIRTHDAY, YearDay.lunar(4, 23))));
            return members.change(joined.member().id(), change).id();
        });
    }

    private void run(Runnable work) {
        jdbc.within(shop, () -> {
            work.run();
            return true;
        });
    }

    private void copy(String sql, MemberId from, MemberId to) {
        assertThat(database.update(sql, from.value(), to.value())).isPositive();
    }

    private record Secret(String clear, MemberId member) {}

    /** Every table of the schema, one character a byte. */
    private String dump() {
        var dump = new StringBuilder();
        var tables = database.queryForList(
                "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()", String.class);
        for (var table : tables) {
            for (var row : database.queryForList("SELECT * FROM `" + table + "`")) {
                row.values().forEach(cell -> dump.append(bytes(cell)).append('\n'));
            }
        }
        return dump.toString();
    }

    private static String bytes(@Nullable Object cell) {
        var bytes = cell instanceof byte[] raw ? raw : String.valueOf(cell).getBytes(StandardCharsets.UTF_8);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private List<String> forms(Secret secret) {
        var forms = new ArrayList<String>();
        var id = secret.member().toString();
        add(forms, secret.clear().getBytes(StandardCharsets.UTF_8));
        for (var text : List.of(
                secret.clear(),
                shop + secret.clear(),
                shop + ":" + secret.clear(),
                id + secret.clear(),
                id + ":" + secret.clear(),
                secret.clear() + id,
                secret.clear() + shop)) {
            for (var algorithm : List.of("MD5", "SHA-1", "SHA-256", "SHA-512")) {
                add(forms, digest(algorithm, text));
            }
        }
        return forms;
    }

    private static void add(List<String> forms, byte[] bytes) {
        forms.add(new String(bytes, StandardCharsets.ISO_8859_1));
        forms.add(HexFormat.of().formatHex(bytes));
        forms.add(HexFormat.of().withUpperCase().formatHex(bytes));
        forms.add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        forms.add(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] digest(String algorithm, String text) {
        try {
            return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
