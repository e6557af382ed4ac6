package io.shuke.member.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Comma separated values as Excel in China, tills and other systems write them: UTF-8 with or without its mark, or GB18030. */
final class CsvFile {

    private static final Charset CHINESE = Charset.forName("GB18030");
    private static final String SEPARATORS = ",;\t";
    private static final int LONGEST_RECORD = 1 << 20;

    private CsvFile() {}

    static void read(Path file, Consumer<Cells> rows) throws IOException {
        var charset = readable(file, StandardCharsets.UTF_8) ? StandardCharsets.UTF_8 : CHINESE;
        if (charset.equals(CHINESE) && !readable(file, CHINESE)) {
            throw ImportRefusal.notATable();
        }
        var reader = CsvReader.builder()
                .fieldSeparator(separator(file, charset))
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .skipEmptyLines(true)
                .maxBufferSize(LONGEST_RECORD);
        try (var records = reader.ofCsvRecord(open(file, charset))) {
            for (CsvRecord record : records) {
                rows.accept(new Cells((int) record.getStartingLineNumber(), record.getFields()));
            }
        } catch (CsvParseException | UncheckedIOException malformed) {
            throw ImportRefusal.unreadable();
        }
    }

    private static BufferedReader open(Path file, Charset charset) throws IOException {
        return new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
    }

    /** Whether all of it is text in this encoding; a picture or a program has zeros in it. */
    private static boolean readable(Path file, Charset charset) throws IOException {
        var buffer = new char[8192];
        try (var reader = open(file, charset)) {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw ImportRefusal.notATable();
                    }
                }
            }
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Whichever stands most often in the first lines. */
    private static char separator(Path file, Charset charset) throws IOException {
        var counts = new int[SEPARATORS.length()];
        try (var reader = open(file, charset)) {
            var beginning = new char[4096];
            int read = reader.read(beginning);
            for (int i = 0; i < read; i++) {
                int which = SEPARATORS.indexOf(beginning[i]);
                if (which >= 0) {
                    counts[which]++;
                }
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return SEPARATORS.charAt(most);
    }
}
