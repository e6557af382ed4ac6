package io.shuke.console.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTest {

    /** Characters beyond ASCII stand in it by their number. */
    private static final Pattern SIGN = Pattern.compile("&#x([0-9a-fA-F]+);");

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+86", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1"})
    void noTextIsAFormula(String text) {
        assertThat(Spreadsheet.harmless(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "老王", "1=1", "139****0000", "a@b"})
    void anOrdinaryTextStaysAsItIs(String text) {
        assertThat(Spreadsheet.harmless(text)).isEqualTo(text);
    }

    @Test
    void piecesComeToOneSpreadsheet() throws IOException {
        var sheet = new Spreadsheet("会员", List.of("昵称", "积分"));
        var whole = new ByteArrayOutputStream();
        sheet.row(List.of("=cmd|' /C calc'!A0", 12));
        whole.write(sheet.piece());
        sheet.row(Arrays.asList("小<b>李", null));
        whole.write(sheet.end());

        var xml = sheetOf(whole.toByteArray());
        assertThat(xml)
                .contains("'=cmd|")
                .contains("<v>12</v>")
                .contains("小&lt;b&gt;李")
                .doesNotContain("<f>");
    }

    @Test
    void whatIsInMemoryIsAPieceAndNotTheWhole() {
        var sheet = new Spreadsheet("会员", List.of("昵称"));
        var largest = 0;
        for (int page = 0; page < 200; page++) {
            for (int row = 0; row < 500; row++) {
                sheet.row(List.of("会员" + page + "-" + row));
            }
            largest = Math.max(largest, sheet.piece().length);
        }
        assertThat(largest).isLessThan(100_000);
    }

    /** As spreadsheet programs read it: by the table of contents at its end. */
    static String sheetOf(byte[] xlsx) throws IOException {
        var file = Files.createTempFile("sheet", ".xlsx");
        try {
            Files.write(file, xlsx);
            try (var zip = new ZipFile(file.toFile());
                    var sheet = zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml"))) {
                var xml = new String(sheet.readAllBytes(), StandardCharsets.UTF_8).replace("&apos;", "'");
                return SIGN.matcher(xml)
                        .replaceAll(sign ->
                                Matcher.quoteReplacement(Character.toString(Integer.parseInt(sign.group(1), 16))));
            }
        } finally {
            Files.delete(file);
        }
    }
}
