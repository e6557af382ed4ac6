package io.shuke.member.imports;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final List<String> WORDS =
            List.of("手机号", "姓名", "生日", "性别", "等级", "积分", "成长值", "余额", "赠送金", "会员卡号", "入会日期", "备注");

    private final LineRules rules = new LineRules(Headings.of(new Cells(1, WORDS)), Map.of("普通会员", 1, "金卡", 3), TODAY);

    private LineRules.Checked check(String... cells) {
        return rules.check(new Cells(7, List.of(cells)));
    }

    private LineRules.Checked with(String word, String text) {
        var cells = new ArrayList<String>();
        WORDS.forEach(any -> cells.add(""));
        cells.set(0, "13800138000");
        cells.set(WORDS.indexOf(word), text);
        return rules.check(new Cells(7, cells));
    }

    private Draft good(String word, String text) {
        var checked = with(word, text);
        assertThat(checked.problems()).isEmpty();
        return requireNonNull(checked.draft());
    }

    @Test
    void readsAWholeLine() {
        var draft = requireNonNull(check(
                        "+86 138 0013 8000",
                        "王 芳",
                        "1990/5/7",
                        "女",
                        "金卡",
                        "1200",
                        "30",
                        "￥350.5",
                        "20",
                        "VIP-007",
                        "2019年3月1日",
                        "爱吃辣")
                .draft());

        assertThat(draft.line()).isEqualTo(7);
        assertThat(draft.opening()).isEqualTo(new Draft.Opening(3, 1200, 30, 35_050, 2_000));
        assertThat(draft.person().phone().number()).isEqualTo("13800138000");
        assertThat(draft.person().birthday()).isEqualTo(LocalDate.of(1990, 5, 7));
        assertThat(draft.person().joined()).isEqualTo(LocalDate.of(2019, 3, 1));
        assertThat(Draft.Person.of(draft.person().text())).isEqualTo(draft.person());
    }

    @Test
    void aPhoneIsEnough() {
        var draft = requireNonNull(check("13800138000").draft());

        assertThat(draft.opening()).isEqualTo(new Draft.Opening(1, 0, 0, 0, 0));
        assertThat(Draft.Person.of(draft.person().text())).isEqualTo(draft.person());
    }

    @ParameterizedTest
    @CsvSource({
        "手机号, '', import.phone-missing",
        "手机号, 1380013800, membership.phone-malformed",
        "手机号, 12800138000, membership.phone-malformed",
        "手机号, １３８００１３８０００, membership.phone-malformed",
        "手机号, 1.3800138E10, membership.phone-malformed",
        "生日, 1990-02-31, import.date-impossible",
        "生日, 31/02/1990, import.date-impossible",
        "生日, 1990-2/3, import.date-impossible",
        "生日, 33010, import.date-impossible",
        "生日, 2027-01-01, membership.birthday-impossible",
        "生日, 1870-01-01, membership.birthday-impossible",
        "生日, 2020-01-01, membership.guardian-needed",
        "性别, 先生, import.sex-unknown",
        "等级, 钻石, import.level-unknown",
        "积分, -5, import.negative",
        "积分, 1.0, import.not-whole",
        "积分, 1e3, import.not-whole",
        "积分, １２, import.not-whole",
        "积分, 007, import.not-whole",
        "积分, '1,200', import.not-whole",
        "积分, 13800138000, import.too-much",
        "积分, 99999999999999999999, import.not-whole",
        "积分, =A1+B1, import.formula",
        "成长值, -1, import.negative",
        "余额, -0.01, import.negative",
        "余额, 1.234, import.not-money",
        "余额, 1e3, import.not-money",
        "余额, 5000.01, import.over-cap",
        "赠送金, 100000.01, import.too-much",
        "姓名, =cmd|' /C calc'!A0, import.formula",
        "入会日期, 2026-11-26, import.joined-impossible",
        "入会日期, 1979-01-01, import.joined-impossible"
    })
    void refusesWhatIsNotPlain(String word, String text, String code) {
        var checked = with(word, text);

        assertThat(checked.draft()).isNull();
        assertThat(checked.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.field()).isEqualTo(Column.of(word).orElseThrow());
            assertThat(problem.line()).isEqualTo(7);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"1992-02-29", "1992/2/29", "1992.2.29", "1992年2月29日", "19920229", "1992-02-29 00:00:00"})
    void readsDaysAsPeopleWriteThem(String text) {
        assertThat(good("生日", text).person().birthday()).isEqualTo(LocalDate.of(1992, 2, 29));
    }

    @Test
    void theCapItselfIsAllowed() {
        assertThat(good("余额", "5000").opening().principal()).isEqualTo(500_000);
        assertThat(good("余额", "5000.0").opening().principal()).isEqualTo(500_000);
    }

    @Test
    void tellsEveryProblemOfALine() {
        var checked = check("138", "", "1990-02-31", "", "", "-1");

        assertThat(checked.problems())
                .extracting(Problem::field)
                .containsExactly(Column.PHONE, Column.BIRTHDAY, Column.POINTS);
    }

    @Test
    void understandsHeadingsWithUnitsAndBlanks() {
        var headings = Headings.of(new Cells(1, List.of("\uFEFF手机号码*", "积分（分）", " 余额(元)", "店员", "会 员 等 级")));

        assertThat(headings.places()).containsOnlyKeys(Column.PHONE, Column.POINTS, Column.PRINCIPAL, Column.LEVEL);
        assertThat(headings.ignored()).containsExactly("店员");
    }

    @Test
    void refusesHeadingsThatAreNotClear() {
        assertThatThrownBy(() -> Headings.of(new Cells(1, List.of("姓名", "积分")))).hasMessage("import.no-phone-column");
        assertThatThrownBy(() -> Headings.of(new Cells(1, List.of("手机", "联系电话"))))
                .hasMessage("import.column-twice");
    }
}
