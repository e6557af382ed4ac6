package io.shuke.member.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.FieldCipher;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.purchase.Everybody;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** How long staff wait for a page of the list and for whom they look for. {@code -Dsearch.members=100000} for a large shop. */
@ShopTest
@Tag("bench")
class SearchBenchIT {

    private static final int MEMBERS = Integer.getInteger("search.members", 5_000);
    private static final int PAGE = 20;
    private static final int ROUNDS = 15;
    private static final String SURNAMES = "王李张刘陈杨赵黄周吴";
    private static final String NAMES = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超兰霞平";

    @Autowired
    Shopkeeper shopkeeper;

    @Autowired
    Members members;

    @Autowired
    Search search;

    @Autowired
    SearchIndex index;

    @Autowired
    Everybody everybody;

    @Autowired
    FieldCipher cipher;

    @Autowired
    Ids ids;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    private MerchantId shop = new MerchantId(1);
    private String number = "";
    private final List<Long> all = new ArrayList<>();

    @Test
    void answersWhileSomebodyTypes() {
        shop = shopkeeper.opens();
        for (int from = 0; from < MEMBERS; from += 1_000) {
            fill(from, Math.min(MEMBERS, from + 1_000));
        }
        var middle = Long.toString(all.get(MEMBERS / 2));

        tell("first page", () -> within(() -> members.page(null, PAGE).items().size()));
        tell(
                "page in the middle",
                () -> within(() -> members.page(middle, PAGE).items().size()));
        tell("name of one", () -> found("客" + (MEMBERS - 7)));
        tell("name of many", () -> found("王伟"));
        tell("name of all", () -> found("熟客"));
        tell("name of nobody", () -> found("王伟" + NAMES.charAt(0) + "丢"));
        tell("end of a number", () -> found("1234"));
        tell("card number", () -> found(number));
        assertThat(found("王伟")).isPositive();
    }

    private void tell(String what, Supplier<Integer> work) {
        var micros = new long[ROUNDS];
        int found = 0;
        for (int round = 0; round < ROUNDS; round++) {
            var start = System.nanoTime();
            found = work.get();
            micros[round] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                "%,d members, %s: %d found, median %.1f ms, slowest %.1f ms%n",
                MEMBERS, what, found, micros[ROUNDS / 2] / 1e3, micros[ROUNDS - 1] / 1e3);
    }

    private int found(String typed) {
        return within(() -> search.wanted(typed)
                .map(wanted -> (int) search.shown(everybody.newest(wanted.clause(), Long.MAX_VALUE, PAGE + 1)).stream()
                        .filter(wanted.fits())
                        .count())
                .orElse(0));
    }

    /** As joining would, a thousand at a time. */
    private void fill(int from, int until) {
        var people = new ArrayList<Object[]>();
        var keys = new ArrayList<Object[]>();
        var words = new ArrayList<Object[]>();
        var figures = new ArrayList<Object[]>();
        within(() -> {
            for (int i = from; i < until; i++) {
                long id = ids.next();
                all.add(id);
                number = cardNumber("6%08d".formatted(i));
                var nickname = "熟客" + SURNAMES.charAt(i % 10) + NAMES.charAt(i / 10 % 20) + "客" + i;
                var key = MemberKey.fresh();
                var member = new Member(
                        new MemberId(id), number, nickname, null, null, Map.of(), Instant.EPOCH, MemberState.ACTIVE);
                people.add(new Object[] {shop.value(), id, number, key.sealNullable(nickname, MemberRow.NICKNAME, id)});
                keys.add(new Object[] {shop.value(), id, key.sealed(id, cipher)});
                SearchWords.of(member).forEach(word -> words.add(new Object[] {shop.value(), index.hash(word), id}));
                figures.add(new Object[] {shop.value(), id, i % 3 == 0 ? 1 : 0});
            }
            return true;
        });
        database.batchUpdate(
                "INSERT INTO member (merchant_id, id, number, state, nickname, joined_at)"
                        + " VALUES (?, ?, ?, 'ACTIVE', ?, '2026-01-01')",
                people);
        database.batchUpdate("INSERT INTO member_key (merchant_id, member_id, secret) VALUES (?, ?, ?)", keys);
        database.batchUpdate("INSERT INTO member_word (merchant_id, word, member_id) VALUES (?, ?, ?)", words);
        database.batchUpdate(
                "INSERT INTO purchase_summary (merchant_id, member_id, step, visits, amount_fen) VALUES (?, ?, 1, ?, 0)",
                figures);
    }

    private static String cardNumber(String digits) {
        return IntStream.range(0, 10)
                .mapToObj(digit -> digits + digit)
                .filter(CardNumber::valid)
                .findAny()
                .orElseThrow();
    }

    private <T> T within(Supplier<T> work) {
        return jdbc.within(shop, work);
    }
}
