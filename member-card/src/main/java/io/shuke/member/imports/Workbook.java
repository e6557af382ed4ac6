package io.shuke.member.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an XLSX file. */
final class Workbook {

    /** A hundred thousand members are some 60 MB of XML; what claims more is made to fill our memory. */
    private static final long MOST_INFLATED = 300L << 20;
    /** Texts that cells share are held in memory while the sheet is read. */
    private static final long MOST_SHARED = 48L << 20;

    private static final int MOST_PARTS = 500;
    /** Columns behind the hundredth mean nothing to us, and a row may claim sixteen thousand. */
    private static final int MOST_COLUMNS = 100;

    private Workbook() {}

    static void read(Path file, Consumer<Cells> rows) throws IOException {
        weigh(file);
        try (var workbook = new ReadableWorkbook(file.toFile(), new ReadingOptions(true, true));
                var sheet = workbook.getFirstSheet().openStream()) {
            sheet.forEach(row -> rows.accept(cells(row)));
        } catch (ExcelReaderException | IndexOutOfBoundsException malformed) {
            throw ImportRefusal.unreadable();
        }
    }

    /** What the archive says of its sizes may be a lie, so it is unpacked once, counting. */
    private static void weigh(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_PARTS || zip.getEntry("xl/workbook.xml") == null) {
                throw ImportRefusal.notATable();
            }
            long left = MOST_INFLATED;
            for (var entry : zip.stream().toList()) {
                long most = entry.getName().endsWith("sharedStrings.xml") ? Math.min(left, MOST_SHARED) : left;
                try (var in = zip.getInputStream(entry)) {
                    left -= inflated(in, most);
                }
            }
        } catch (ZipException malformed) {
            throw ImportRefusal.unreadable();
        }
    }

    private static long inflated(InputStream in, long most) throws IOException {
        var buffer = new byte[65536];
        long sum = 0;
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            sum += read;
            if (sum > most) {
                throw ImportRefusal.bomb();
            }
        }
        return sum;
    }

    private static Cells cells(Row row) {
        var texts = new ArrayList<String>();
        for (int at = 0; at < Math.min(row.getCellCount(), MOST_COLUMNS); at++) {
            var cell = row.getCell(at);
            texts.add(cell == null ? "" : text(cell));
        }
        return new Cells(row.getRowNum(), texts);
    }

    private static String text(Cell cell) {
        return switch (cell.getType()) {
            case NUMBER -> number(cell);
            case STRING -> cell.asString();
            // The value beside it is what some program last made of it, perhaps of another table.
            case FORMULA -> "=" + cell.getFormula();
            case ERROR -> "#";
            case BOOLEAN -> cell.asBoolean() ? "TRUE" : "FALSE";
            case EMPTY -> "";
        };
    }

    private static String number(Cell cell) {
        var number = cell.asNumber();
        if (isDay(cell.getDataFormatString()) && number.signum() > 0 && number.longValue() < 2_958_466) {
            return cell.asDate().toLocalDate().toString();
        }
        return number.stripTrailingZeros().toPlainString();
    }

    /** Whether the cell's format shows a year or a day. */
    private static boolean isDay(@Nullable String format) {
        if (format == null) {
            return false;
        }
        var plain = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
        return plain.contains("yy") || plain.contains("d") && plain.contains("m");
    }
}
