package io.shuke.member.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.shuke.member.ShopTest;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ground.MerchantId;
import io.shuke.member.ledger.SelfCheck;
import io.shuke.member.merchant.Merchant;
import io.shuke.member.merchant.Merchants;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A whole town's members, looked at, brought in and taken back, from both kinds of file. {@code -Dimport.rows=100000} for the
 * real size, and a small {@code -Xmx} to see that it does not hold the list.
 */
@ShopTest
@Tag("bench")
class ImportBenchIT {

    private static final int ROWS = Integer.getInteger("import.rows", 3_000);
    private static final List<String> HEADINGS = List.of("手机号", "姓名", "生日", "积分", "余额", "赠送金", "成长值");

    @TempDir
    Path folder;

    @Autowired
    Imports imports;

    @Autowired
    ImportReading reading;

    @Autowired
    SelfCheck check;

    @Autowired
    Merchants merchants;

    @Autowired
    Ids ids;

    @Autowired
    Jdbc jdbc;

    @Autowired
    JdbcTemplate database;

    private MerchantId shop = new MerchantId(1);

    private <T> T in(Supplier<T> work) {
        return jdbc.within(shop, work);
    }

    @Test
    void bringsInAWholeTownFromText() throws IOException {
        var file = folder.resolve("town.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", HEADINGS) + "\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(String.join(",", row(i)) + "\n");
            }
        }
        looksAt("CSV", file);
    }

    @Test
    void bringsInAWholeTownFromAWorkbook() throws IOException {
        var file = folder.resolve("town.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "bench", "1.0")) {
            var sheet = book.newWorksheet("会员");
            for (int i = 0; i <= ROWS; i++) {
                var row = i == 0 ? HEADINGS : row(i - 1);
                for (int column = 0; column < row.size(); column++) {
                    sheet.value(i, column, row.get(column));
                }
                if (i % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
        long batch = looksAt("XLSX", file);
        bringsInAndTakesBack(batch);
    }

    private static List<String> row(int i) {
        return List.of("138%08d".formatted(i), "客人" + i, "1990-05-17", "100", "50.00", "5.00", "7");
    }

    private long looksAt(String kind, Path file) {
        shop = new MerchantId(ids.next());
        in(() -> {
            merchants.open(new Merchant(shop, "老街面馆", ZoneId.of("Asia/Shanghai")));
            return true;
        });
        var hash = ByteBuffer.allocate(32).putLong(shop.value()).array();
        long id = in(() -> imports.open(file.getFileName().toString(), hash, "staff:1"))
                .batch()
                .id();
        forgetPeaks();
        tell(kind + " looked at", () -> reading.read(shop, id, file));
        assertThat(in(() -> imports.batch(id)).counts().good()).isEqualTo(ROWS);
        return id;
    }

    private void bringsInAndTakesBack(long id) {
        in(() -> imports.run(id));
        tell("brought in", () -> advance(id));
        assertThat(in(() -> imports.batch(id)).counts().imported()).isEqualTo(ROWS);
        assertThat(count("member WHERE state = 'WAITING'")).isEqualTo(ROWS);
        assertThat(count("movement WHERE reason = 'OPENING'")).isEqualTo(4L * ROWS);
        in(() -> imports.undo(id));
        tell("taken back", () -> advance(id));
        assertThat(in(() -> imports.batch(id)).counts().undone()).isEqualTo(ROWS);
        assertThat(count("ledger_account WHERE balance <> 0")).isZero();
        assertThat(in(check::run)).isEmpty();
    }

    private static void tell(String what, Runnable work) {
        var start = System.nanoTime();
        work.run();
        System.out.printf(
                "%,d rows, %s in %.1f s; heap at most %,d MB of %,d%n",
                ROWS,
                what,
                (System.nanoTime() - start) / 1e9,
                peak() >> 20,
                Runtime.getRuntime().maxMemory() >> 20);
    }

    private void advance(long id) {
        while (in(() -> imports.advance(id))) {
            continue;
        }
    }

    private long count(String what) {
        return requireNonNull(database.queryForObject(
                "SELECT COUNT(*) FROM " + what + " AND merchant_id = ?", Long.class, shop.value()));
    }

    private static void forgetPeaks() {
        System.gc();
        ManagementFactory.getMemoryPoolMXBeans().forEach(pool -> pool.resetPeakUsage());
    }

    /** With what was garbage by then. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
