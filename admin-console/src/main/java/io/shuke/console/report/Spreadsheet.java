package io.shuke.console.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet that is handed out while it is being written: what is in memory is the piece since the last {@link #piece()}.
 * Texts stand in their cells, not in a table at the end that would grow with them.
 */
public final class Spreadsheet {

    /** What a spreadsheet program would take for a formula, see OWASP on CSV injection. */
    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private static final double WIDTH = 16;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Workbook book = new Workbook(out, "Shuke", "1.0");
    private final Worksheet sheet;
    private int row;

    public Spreadsheet(String title, List<String> head) {
        sheet = book.newWorksheet(title);
        sheet.freezePane(0, 1);
        for (int column = 0; column < head.size(); column++) {
            sheet.width(column, WIDTH);
        }
        row(head);
    }

    /** @param cells numbers stay numbers, all else is text; null is an empty cell */
    public void row(List<? extends @Nullable Object> cells) {
        for (int column = 0; column < cells.size(); column++) {
            var cell = cells.get(column);
            if (cell instanceof Number number) {
                sheet.value(row, column, number);
            } else if (cell != null) {
                sheet.inlineString(row, column, harmless(cell.toString()));
            }
        }
        row++;
    }

    /** A text that no program calculates with, wherever it is copied to. */
    static String harmless(String text) {
        return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    /** What has been written since the last piece; rows in it can no longer be changed. */
    public byte[] piece() {
        try {
            sheet.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return taken();
    }

    /** The last piece. */
    public byte[] end() {
        try {
            book.finish();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return taken();
    }

    private byte[] taken() {
        var bytes = out.toByteArray();
        out.reset();
        return bytes;
    }
}
