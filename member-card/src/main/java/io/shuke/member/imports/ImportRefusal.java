package io.shuke.member.imports;

import io.shuke.member.ground.Refusal;

/** What bringing old members in says no to, be it a file or a line of it. */
public final class ImportRefusal extends Refusal {

    private ImportRefusal(Kind kind, String code, Object... details) {
        super(kind, code, details);
    }

    static ImportRefusal notATable() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.not-a-table");
    }

    static ImportRefusal oldExcel() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.old-excel");
    }

    public static ImportRefusal tooLarge(long megabytes) {
        return new ImportRefusal(Kind.TOO_LARGE, "import.too-large", megabytes);
    }

    static ImportRefusal unreadable() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.unreadable");
    }

    static ImportRefusal bomb() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.inflates-too-far");
    }

    static ImportRefusal empty() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.empty");
    }

    static ImportRefusal tooManyRows(int most) {
        return new ImportRefusal(Kind.BAD_INPUT, "import.too-many-rows", most);
    }

    static ImportRefusal noPhoneColumn() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.no-phone-column");
    }

    static ImportRefusal columnTwice(String label) {
        return new ImportRefusal(Kind.BAD_INPUT, "import.column-twice", label);
    }

    static ImportRefusal cutOff() {
        return new ImportRefusal(Kind.CONFLICT, "import.cut-off");
    }

    static ImportRefusal unknown() {
        return new ImportRefusal(Kind.NOT_FOUND, "import.unknown");
    }

    static ImportRefusal badCursor() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.bad-cursor");
    }

    static ImportRefusal notReady() {
        return new ImportRefusal(Kind.CONFLICT, "import.not-ready");
    }

    static ImportRefusal nothingToUndo() {
        return new ImportRefusal(Kind.CONFLICT, "import.nothing-to-undo");
    }

    static ImportRefusal phoneMissing() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.phone-missing");
    }

    static ImportRefusal phoneTwice(int line) {
        return new ImportRefusal(Kind.CONFLICT, "import.phone-twice", line);
    }

    static ImportRefusal alreadyMember() {
        return new ImportRefusal(Kind.CONFLICT, "import.already-member");
    }

    static ImportRefusal formula() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.formula");
    }

    static ImportRefusal notWhole() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.not-whole");
    }

    static ImportRefusal notMoney() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.not-money");
    }

    static ImportRefusal negative() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.negative");
    }

    static ImportRefusal tooMuch(long most) {
        return new ImportRefusal(Kind.BAD_INPUT, "import.too-much", most);
    }

    static ImportRefusal overCap(long yuan) {
        return new ImportRefusal(Kind.CONFLICT, "import.over-cap", yuan);
    }

    static ImportRefusal levelUnknown(String name) {
        return new ImportRefusal(Kind.BAD_INPUT, "import.level-unknown", name);
    }

    static ImportRefusal sexUnknown() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.sex-unknown");
    }

    static ImportRefusal dateImpossible() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.date-impossible");
    }

    static ImportRefusal joinedImpossible() {
        return new ImportRefusal(Kind.BAD_INPUT, "import.joined-impossible");
    }

    static ImportRefusal claimedMeanwhile() {
        return new ImportRefusal(Kind.CONFLICT, "import.claimed-meanwhile");
    }

    static ImportRefusal movedMeanwhile() {
        return new ImportRefusal(Kind.CONFLICT, "import.moved-meanwhile");
    }
}
