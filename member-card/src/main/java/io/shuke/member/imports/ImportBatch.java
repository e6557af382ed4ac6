package io.shuke.member.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An older list of members on its way in.
 *
 * @param understood the heading that was taken for each column, by the column's code
 * @param ignored headings that mean nothing here
 * @param refusal the sentence that says why it could not be read
 * @param lines rows with a person in them, so far
 * @param good of these, how many can be brought in
 * @param claimed of those brought in, who has come himself since
 * @param principalFen, giftFen what the good lines hold, in 分
 */
public record ImportBatch(
        long id,
        String fileName,
        State state,
        Map<String, String> understood,
        List<String> ignored,
        @Nullable String refusal,
        Counts counts,
        Opening opening,
        Instant madeAt) {

    /** Where it is. */
    public enum State {
        READING,
        /** Read and looked at; nothing has been brought in. */
        CHECKED,
        RUNNING,
        DONE,
        UNDOING,
        UNDONE,
        /** The file could not be read. */
        FAILED,
        /** Never run, and forgotten. */
        DISCARDED
    }

    /** @param conflicts good lines whose phone somebody had by the time they were to be brought in */
    public record Counts(int lines, int good, int imported, int conflicts, int undone, int kept, int claimed) {}

    /** What the good lines hold together. */
    public record Opening(long points, long growth, long principalFen, long giftFen) {}
}
