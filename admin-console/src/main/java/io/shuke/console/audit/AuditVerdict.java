package io.shuke.console.audit;

import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Whether the records are as they were written.
 *
 * @param rows how many follow from one another
 * @param broken the number of the first that does not, null when all do
 * @param fingerprint of the last row; whoever noted it down finds out whether the end was cut off and written anew
 */
public record AuditVerdict(long rows, @Nullable Long broken, String words, String fingerprint) {

    private static final int SHOWN_BYTES = 6;

    static AuditVerdict whole(long rows, byte[] last) {
        var words = rows == 0 ? "还没有任何记录。" : "全部 " + rows + " 行记录完好，没有人改过或删过。";
        return new AuditVerdict(rows, null, words, fingerprint(last));
    }

    static AuditVerdict changed(long seq) {
        return new AuditVerdict(seq - 1, seq, "第 " + seq + " 行被人改过，或者它前面有记录被换掉了。", "");
    }

    static AuditVerdict missing(long seq) {
        return new AuditVerdict(seq - 1, seq, "第 " + seq + " 行不见了，有人删过记录。", "");
    }

    static String fingerprint(byte[] hash) {
        return HexFormat.of().formatHex(hash, 0, SHOWN_BYTES);
    }
}
