package io.shuke.member.imports;

/**
 * What stands against a line.
 *
 * @param stage whether it was seen when the file was looked at, while it was brought in, or while that was undone
 * @param field the column, see {@link Column#code}
 */
public record ImportProblem(long id, Stage stage, int line, String field, String label, String code, String text) {

    /** When it was seen. */
    public enum Stage {
        CHECK,
        RUN,
        UNDO
    }
}
