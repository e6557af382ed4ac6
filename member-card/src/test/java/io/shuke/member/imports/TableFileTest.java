package io.shuke.member.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {

    private static final String TEXT = "手机号,姓名\r\n13800138000,\"王,芳\"\r\n\r\n13900139000,镕镕\r\n";

    @TempDir
    Path folder;

    private List<Cells> rows(byte[] content) throws IOException {
        var file = Files.write(folder.resolve("table"), content);
        var rows = new ArrayList<Cells>();
        TableFile.read(file, rows::add);
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsWhatExcelInChinaWrites(String charset) throws IOException {
        var rows = rows(TEXT.getBytes(Charset.forName(charset)));

        assertThat(rows).extracting(Cells::line).containsExactly(1, 2, 4);
        assertThat(rows.get(1).texts()).containsExactly("13800138000", "王,芳");
        assertThat(rows.get(2).texts()).containsExactly("13900139000", "镕镕");
    }

    @Test
    void readsTheMarkAtTheBeginning() throws IOException {
        var rows = rows(("\uFEFF" + TEXT).getBytes(StandardCharsets.UTF_8));

        assertThat(Headings.in(rows.get(0))).isTrue();
    }

    @Test
    void readsTabsAndSemicolons() throws IOException {
        for (var separator : List.of("\t", ";")) {
            var rows =
                    rows(("手机号" + separator + "积分\n13800138000" + separator + "5\n").getBytes(StandardCharsets.UTF_8));

            assertThat(rows.get(1).texts()).containsExactly("13800138000", "5");
        }
    }

    @Test
    void readsAWorkbook() throws IOException {
        var file = folder.resolve("members.xlsx");
        try (var out = Files.newOutputStream(file);
                var book = new Workbook(out, "test", "1.0")) {
            var sheet = book.newWorksheet("会员");
            var words = List.of("手机号", "生日", "积分", "余额", "成长值");
            for (int i = 0; i < words.size(); i++) {
                sheet.value(0, i, words.get(i));
            }
            sheet.value(1, 0, 13800138000L);
            sheet.value(1, 1, LocalDate.of(1992, 2, 29));
            sheet.style(1, 1).format("yyyy-mm-dd").set();
            sheet.value(1, 2, 1200);
            sheet.value(1, 3, 350.5);
            sheet.formula(1, 4, "C2*2");
            sheet.value(3, 0, "13900139000");
        }

        var rows = rows(Files.readAllBytes(file));

        assertThat(rows.get(1).line()).isEqualTo(2);
        assertThat(rows.get(1).texts()).containsExactly("13800138000", "1992-02-29", "1200", "350.5", "=C2*2");
        assertThat(rows.get(rows.size() - 1).line()).isEqualTo(4);
    }

    @Test
    void refusesWhatIsNoTable() {
        refuses(new byte[0], "import.empty");
        refuses(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, 0, 0}, "import.old-excel");
        refuses(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1}, "import.not-a-table");
        refuses(new byte[] {'a', (byte) 0xff, (byte) 0xff, 'b'}, "import.not-a-table");
        refuses(new byte[] {'P', 'K', 3, 4, 5, 6}, "import.unreadable");
    }

    private void refuses(byte[] content, String code) {
        assertThatThrownBy(() -> rows(content)).hasMessage(code);
    }

    @Test
    void refusesAnArchiveThatIsNoWorkbook() throws IOException {
        refuses(zip("a.txt", 10), "import.not-a-table");
    }

    @Test
    void refusesWhatInflatesWithoutEnd() throws IOException {
        refuses(zip("xl/workbook.xml", 301 << 20), "import.inflates-too-far");
    }

    private byte[] zip(String name, int zeros) throws IOException {
        var file = folder.resolve("zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            var block = new byte[1 << 20];
            for (int left = zeros; left > 0; left -= block.length) {
                zip.write(block, 0, Math.min(left, block.length));
            }
        }
        return Files.readAllBytes(file);
    }
}
