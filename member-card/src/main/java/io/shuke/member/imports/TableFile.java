package io.shuke.member.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/** A file that somebody says is a table; what it is its first bytes tell, not its name. */
final class TableFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLD_EXCEL = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0};

    private TableFile() {}

    /** Hands over row by row; never holds the whole table. */
    static void read(Path file, Consumer<Cells> rows) throws IOException {
        var head = new byte[4];
        try (var in = Files.newInputStream(file)) {
            if (in.readNBytes(head, 0, 4) == 0) {
                throw ImportRefusal.empty();
            }
        }
        if (Arrays.equals(head, OLD_EXCEL)) {
            throw ImportRefusal.oldExcel();
        }
        if (Arrays.equals(head, ZIP)) {
            Workbook.read(file, rows);
        } else {
            CsvFile.read(file, rows);
        }
    }
}
