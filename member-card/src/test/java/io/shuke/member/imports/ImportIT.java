package io.shuke.member.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.SettableClock;
import io.shuke.member.ShopTest;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.ledger.Movement;
import io.shuke.member.ledger.Reason;
import io.shuke.member.ledger.Reference;
import io.shuke.member.ledger.SelfCheck;
import io.shuke.member.level.Benefits;
import io.shuke.member.level.Ladder;
import io.shuke.member.level.Levels;
import io.shuke.member.level.Measure;
import io.shuke.member.level.Rung;
import io.shuke.member.membership.Consents;
import io.shuke.member.membership.Identity;
import io.shuke.member.membership.Joining;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Phone;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ShopTest
class ImportIT {

    private static final AtomicLong NEXT = new AtomicLong(System.nanoTime() / 1000 % 10_000_000);

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    ImportReading reading;

    @Autowired
    Members members;

    @Autowired
    Consents consents;

    @Autowired
    Ledger ledger;

    @Autowired
    Levels levels;

    @Autowired
    SelfCheck check;

    @Autowired
    Merchants merchants;

    @Autowired
    SettableClock clock;

    @Autowired
    Ids ids;

    @Autowired
    Jdbc jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcTemplate database;

    MerchantId shop = new MerchantId(1);

    @BeforeEach
    void open() {
        shop = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(shop, "老街面馆", ZoneId.of("Asia/Shanghai")));
            return true;
        });
    }

    private <T> T in(Supplier<T> work) {
        return jdbc.within(shop, work);
    }

    private static String phone() {
        return "136%08d".formatted(NEXT.incrementAndGet() % 100_000_000);
    }

    private ImportBatch read(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            var file = Files.write(folder.resolve("list" + ids.next()), bytes);
            var opened = in(() -> imports.open("会员.csv", hash(bytes), "staff:1"));
            reading.read(shop, opened.batch().id(), file);
            return in(() -> imports.batch(opened.batch().id()));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private ImportBatch run(ImportBatch batch) {
        in(() -> imports.run(batch.id()));
        return finish(batch);
    }

    private ImportBatch undo(ImportBatch batch) {
        in(() -> imports.undo(batch.id()));
        return finish(batch);
    }

    private ImportBatch finish(ImportBatch batch) {
        while (in(() -> imports.advance(batch.id()))) {}
        return in(() -> imports.batch(batch.id()));
    }

    private Identity account() {
        return new Identity("mini-app", "o" + Long.toString(ids.next(), 36) + "abcdefgh");
    }

    private Member joins(Identity account, String phone) {
        return in(() -> members.join(new Joining(
                        List.of(account),
                        new Phone(phone),
                        consents.current().version(),
                        "test",
                        null,
                        null,
                        null,
                        null)))
                .member();
    }

    private List<ImportProblem> problems(ImportBatch batch) {
        return in(() -> imports.problems(batch.id(), null, 100)).items();
    }

    private long count(String what) {
        return requireNonNull(database.queryForObject(
                "SELECT COUNT(*) FROM " + what + " AND merchant_id = ?", Long.class, shop.value()));
    }

    private void booksAddUp() {
        assertThat(in(check::run)).isEmpty();
    }

    private static String list(int many, List<String> phones) {
        var text = new StringBuilder("手机号,姓名,积分,余额,赠送金,成长值\n");
        for (int i = 0; i < many; i++) {
            var phone = phone();
            phones.add(phone);
            text.append(phone).append(",客人").append(i).append(",100,50.00,5.00,7\n");
        }
        return text.toString();
    }

    @Test
    void theDryRunTellsByLineWhatStandsAgainstIt() {
        var taken = phone();
        var twice = phone();
        joins(account(), taken);

        var batch = read("会员名单\n手机号,生日,等级,积分,余额,店员\n"
                + phone() + ",1990-05-17,普通会员,120,88.80,小李\n"
                + "12345,1990-02-31,钻石,1e3,5000.01,\n"
                + twice + ",,,1,,\n" + twice + ",,,2,,\n" + taken + ",,,3,,\n");

        assertThat(batch.state()).isEqualTo(ImportBatch.State.CHECKED);
        assertThat(batch.counts()).isEqualTo(new ImportBatch.Counts(5, 2, 0, 0, 0, 0, 0));
        assertThat(batch.opening()).isEqualTo(new ImportBatch.Opening(121, 0, 8880, 0));
        assertThat(batch.understood()).containsEntry("phone", "手机号").containsEntry("principal", "余额");
        assertThat(batch.ignored()).containsExactly("店员");
        assertThat(problems(batch))
                .extracting(problem -> problem.line() + " " + problem.field() + " " + problem.code())
                .containsExactly(
                        "4 phone membership.phone-malformed",
                        "4 birthday import.date-impossible",
                        "4 level import.level-unknown",
                        "4 points import.not-whole",
                        "4 principal import.over-cap",
                        "6 phone import.phone-twice",
                        "7 phone import.already-member");
        assertThat(problems(batch).get(5).text()).isEqualTo("手机号与第 5 行重复。");
        assertThat(count("member WHERE state = 'WAITING'")).isZero();
    }

    @Test
    void nothingPersonalLiesInTheClearAndNothingStaysOnceItIsDone() {
        var phone = phone();
        var batch = read("手机号,姓名,积分\n" + phone + ",欧阳雪,5\n");

        var sealed = requireNonNull(
                database.queryForObject("SELECT content FROM import_row WHERE batch_id = ?", byte[].class, batch.id()));
        assertThat(new String(sealed, StandardCharsets.UTF_8))
                .doesNotContain(phone)
                .doesNotContain("欧阳雪");
        assertThat(count("import_row WHERE content IS NOT NULL")).isOne();

        run(batch);

        assertThat(count("import_row WHERE content IS NOT NULL")).isZero();
    }

    @Test
    void whoIsBroughtInWaitsUnseenUntilHeProvesHisPhone() {
        in(() -> {
            levels.change(new Ladder(
                    Measure.AMOUNT,
                    6,
                    3,
                    30,
                    7,
                    200,
                    List.of(Rung.of(1, "普通会员", 0, Benefits.NONE), Rung.of(2, "金卡", 100_000, Benefits.NONE))));
            return true;
        });
        var phone = phone();
        var batch = run(read(
                "手机号,姓名,生日,等级,积分,余额,赠送金,成长值,卡号,入会日期\n" + phone + ",王芳,1990-05-17,金卡,120,300,30,9,V001,2019-03-01\n"));

        assertThat(batch.state()).isEqualTo(ImportBatch.State.DONE);
        assertThat(batch.counts().imported()).isOne();
        assertThat(in(members::count)).isZero();
        assertThat(in(() -> members.find(phone))).isEmpty();
        assertThat(in(() -> members.page(null, 10)).items()).isEmpty();
        assertThat(count("member_identity WHERE subject IS NOT NULL")).isZero();
        assertThat(count("purchase_summary WHERE 1 = 1")).isZero();

        var member = joins(account(), phone);

        assertThat(member.profile()).containsEntry("name", "王芳").containsEntry("oldCard", "V001");
        assertThat(member.birthday()).hasToString("1990-05-17");
        assertThat(member.joinedAt()).isEqualTo("2019-02-28T16:00:00Z");
        assertThat(member.phoneMasked()).startsWith("136");
        assertThat(in(() -> ledger.balances(member.id())))
                .containsEntry(Asset.POINTS, 120L)
                .containsEntry(Asset.PRINCIPAL, 30_000L)
                .containsEntry(Asset.GIFT, 3_000L)
                .containsEntry(Asset.GROWTH, 9L);
        var entry = in(() -> ledger.history(member.id(), Asset.POINTS, null, 5))
                .items()
                .get(0);
        assertThat(entry.reason()).isEqualTo(Reason.OPENING);
        assertThat(entry.reference().value()).isEqualTo("import:" + batch.id() + ":2");
        assertThat(in(() -> levels.progress(member.id())).level().name()).isEqualTo("金卡");
        assertThat(in(() -> consents.of(member.id()))).hasSize(1);
        assertThat(in(() -> members.find(phone))).isPresent();
        assertThat(in(() -> imports.batch(batch.id())).counts().claimed()).isOne();
        booksAddUp();
    }

    @Test
    void aMemberWhoAddsThePhoneLaterGetsWhatWaited() {
        var phone = phone();
        var batch = run(read("手机号,积分\n" + phone + ",120\n"));
        var account = account();
        var member = in(() -> members.join(new Joining(
                        List.of(account), null, consents.current().version(), "test", null, null, null, null)))
                .member();

        var now = in(() -> members.addPhone(member.id(), new Phone(phone)));

        assertThat(in(() -> ledger.balance(now.id(), Asset.POINTS))).isEqualTo(120);
        assertThat(in(() -> members.recognise(List.of(account))))
                .get()
                .extracting(Member::id)
                .isEqualTo(now.id());
        assertThat(in(() -> imports.batch(batch.id())).counts().claimed()).isOne();
        booksAddUp();
    }

    @Test
    void whoHasAnotherPhoneDoesNotTakeUpTheOneWhoWaits() {
        var waiting = phone();
        run(read("手机号,积分\n" + waiting + ",120\n"));
        var account = account();
        var member = joins(account, phone());

        var again = joins(account, waiting);

        assertThat(again.id()).isEqualTo(member.id());
        assertThat(in(() -> ledger.balance(again.id(), Asset.POINTS))).isZero();
        assertThat(count("member WHERE state = 'WAITING'")).isOne();
    }

    @Test
    void theSameFileAgainIsTheSameBatchUntilItIsUndone() {
        var text = list(3, new ArrayList<>());
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var batch = read(text);

        var opened = in(() -> imports.open("另一个名字.csv", hash(bytes), "staff:2"));

        assertThat(opened.again()).isTrue();
        assertThat(opened.batch().id()).isEqualTo(batch.id());
        run(batch);
        assertThat(in(() -> imports.open("会员.csv", hash(bytes), "staff:1")).again())
                .isTrue();
        undo(batch);
        var second = run(read(text));
        assertThat(second.id()).isNotEqualTo(batch.id());
        assertThat(second.counts().imported()).isEqualTo(3);
        booksAddUp();
    }

    @Test
    void whoJoinedBetweenLookingAndRunningIsAConflict() {
        var phones = new ArrayList<String>();
        var batch = read(list(3, phones));
        joins(account(), phones.get(1));

        var done = run(batch);

        assertThat(done.counts().imported()).isEqualTo(2);
        assertThat(done.counts().conflicts()).isOne();
        assertThat(problems(done)).singleElement().satisfies(problem -> {
            assertThat(problem.stage()).isEqualTo(ImportProblem.Stage.RUN);
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.code()).isEqualTo("import.already-member");
        });
    }

    @Test
    void undoTakesBackTheUntouchedAndTellsWhoStays() {
        var phones = new ArrayList<String>();
        var batch = run(read(list(5, phones)));
        joins(account(), phones.get(1));
        var moved = requireNonNull(database.queryForObject(
                "SELECT member_id FROM import_row WHERE batch_id = ? AND line = 5", Long.class, batch.id()));
        in(() -> ledger.post(
                Movement.spend(new MemberId(moved), Asset.POINTS, 1, Reason.DEDUCTION, new Reference("by-hand"))));

        var undone = undo(batch);

        assertThat(undone.state()).isEqualTo(ImportBatch.State.UNDONE);
        assertThat(undone.counts().undone()).isEqualTo(3);
        assertThat(undone.counts().kept()).isEqualTo(2);
        assertThat(problems(undone))
                .extracting(problem -> problem.line() + " " + problem.code())
                .containsExactly("3 import.claimed-meanwhile", "5 import.moved-meanwhile");
        assertThat(count("member WHERE state = 'WAITING'")).isOne();
        assertThat(count("ledger_account WHERE balance <> 0")).isEqualTo(8);
        var fresh = joins(account(), phones.get(0));
        assertThat(in(() -> ledger.balance(fresh.id(), Asset.POINTS))).isZero();
        assertThat(undo(batch).counts())
                .isEqualTo(in(() -> imports.batch(batch.id())).counts());
        booksAddUp();
    }

    @Test
    void twoNodesBringEverybodyInOnce() {
        var batch = read(list(2_600, new ArrayList<>()));
        in(() -> imports.run(batch.id()));

        // Many at once: whoever finds the batch taken goes away, whoever does not takes the next page.
        for (int round = 0; round < 20; round++) {
            race(8, () -> imports.advance(batch.id()));
        }

        var done = in(() -> imports.batch(batch.id()));
        assertThat(done.state()).isEqualTo(ImportBatch.State.DONE);
        assertThat(done.counts().imported()).isEqualTo(2_600);
        assertThat(count("member WHERE state = 'WAITING'")).isEqualTo(2_600);
        assertThat(count("movement WHERE reason = 'OPENING'")).isEqualTo(4 * 2_600);
        booksAddUp();
    }

    @Test
    void aNodeThatIsKilledLosesAPageAndAnotherGoesOn() {
        var batch = read(list(1_300, new ArrayList<>()));
        in(() -> imports.run(batch.id()));

        in(() -> imports.advance(batch.id()));
        dies(() -> imports.advance(batch.id()));
        assertThat(count("member WHERE state = 'WAITING'")).isEqualTo(ImportRun.AT_ONCE);
        assertThat(finish(batch).counts().imported()).isEqualTo(1_300);

        in(() -> imports.undo(batch.id()));
        dies(() -> imports.advance(batch.id()));
        assertThat(finish(batch).counts().undone()).isEqualTo(1_300);
        assertThat(count("ledger_account WHERE balance <> 0")).isZero();
        booksAddUp();
    }

    /** All was done, but for the commit. */
    private void dies(Supplier<Boolean> work) {
        in(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            return work.get();
        }));
    }

    @Test
    void twoFilesWithTheSamePeopleBringThemInOnce() {
        var phones = new ArrayList<String>();
        var text = list(1_200, phones);
        var first = read(text);
        var second = read(text + "\n");
        in(() -> imports.run(first.id()));
        in(() -> imports.run(second.id()));

        var both = new ArrayList<CompletableFuture<Boolean>>();
        for (int round = 0; round < 6; round++) {
            both.add(jdbc.call(shop, () -> imports.advance(first.id())).toFuture());
            both.add(jdbc.call(shop, () -> imports.advance(second.id())).toFuture());
        }
        both.forEach(CompletableFuture::join);

        var one = finish(first).counts();
        var other = finish(second).counts();
        assertThat(one.imported() + other.imported()).isEqualTo(1_200);
        assertThat(one.conflicts() + other.conflicts()).isEqualTo(1_200);
        booksAddUp();
    }

    @Test
    void whatAKilledNodeWasReadingIsForgottenAndCanBeReadAgain() {
        var bytes = "手机号\n".getBytes(StandardCharsets.UTF_8);
        var opened = in(() -> imports.open("会员.csv", hash(bytes), "staff:1")).batch();

        clock.set(clock.instant().plus(Duration.ofMinutes(11)));
        tidy();

        var failed = in(() -> imports.batch(opened.id()));
        assertThat(failed.state()).isEqualTo(ImportBatch.State.FAILED);
        assertThat(failed.refusal()).isEqualTo("读取中断了，请重新上传这个文件。");
        assertThat(in(() -> imports.open("会员.csv", hash(bytes), "staff:1")).again())
                .isFalse();
    }

    @Test
    void whatNobodyRanIsGoneAfterAMonth() {
        var batch = read(list(3, new ArrayList<>()));

        clock.set(clock.instant().plus(Duration.ofDays(31)));
        tidy();

        assertThat(in(() -> imports.batch(batch.id())).state()).isEqualTo(ImportBatch.State.DISCARDED);
        assertThat(count("import_row WHERE 1 = 1")).isZero();
        assertThatThrownBy(() -> in(() -> imports.run(batch.id()))).hasMessage("import.not-ready");
    }

    private void tidy() {
        in(() -> {
            imports.tidy();
            return true;
        });
    }

    @Test
    void anEmptyAndAForeignTableAreRefused() {
        assertThat(read("手机号,积分\n,,\n").refusal()).isEqualTo("表格里没有会员，请检查是否选错了文件。");
        assertThat(read("商品,价格\n牛肉面,18\n").refusal()).contains("没有找到“手机号”这一列");
        assertThat(read("手机号,电话\n13800138000,\n").refusal()).contains("两列");
        var many = new StringBuilder("手机号\n");
        for (int i = 0; i <= ImportReading.MOST_ROWS; i++) {
            many.append("1\n");
        }
        var tooMany = read(many.toString());
        assertThat(tooMany.state()).isEqualTo(ImportBatch.State.FAILED);
        assertThat(tooMany.refusal()).contains("100000");
    }

    @Test
    void claimingAndUndoingAtOnceComeToOneOrTheOther() {
        var phones = new ArrayList<String>();
        var batch = run(read(list(200, phones)));
        in(() -> imports.undo(batch.id()));

        var works = new ArrayList<CompletableFuture<?>>();
        for (int i = 0; i < phones.size(); i++) {
            var phone = phones.get(i);
            works.add(jdbc.call(shop, () -> join(phone)).toFuture());
            if (i == 60) {
                works.add(jdbc.call(shop, () -> imports.advance(batch.id())).toFuture());
            }
        }
        works.forEach(CompletableFuture::join);
        var undone = finish(batch);

        assertThat(undone.counts().undone() + undone.counts().kept()).isEqualTo(200);
        assertThat(in(members::count)).isEqualTo(200);
        assertThat(count("member WHERE state = 'WAITING'")).isZero();
        var kept = count("import_row WHERE state = 'CLAIMED'");
        assertThat(kept).isEqualTo(undone.counts().kept());
        assertThat(sum()).isEqualTo(100 * kept);
        booksAddUp();
    }

    private boolean join(String phone) {
        members.join(new Joining(
                List.of(account()), new Phone(phone), consents.current().version(), "test", null, null, null, null));
        return true;
    }

    private long sum() {
        return requireNonNull(database.queryForObject(
                "SELECT COALESCE(SUM(balance), 0) FROM ledger_account WHERE asset = 'POINTS' AND merchant_id = ?",
                Long.class,
                shop.value()));
    }

    private void race(int width, Supplier<Boolean> work) {
        var running = new ArrayList<CompletableFuture<Boolean>>();
        for (int i = 0; i < width; i++) {
            running.add(jdbc.call(shop, work).toFuture());
        }
        running.forEach(CompletableFuture::join);
    }
}
