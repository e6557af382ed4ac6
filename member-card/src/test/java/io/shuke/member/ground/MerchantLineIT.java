package io.shuke.member.ground;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shuke.member.ShopTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@ShopTest
class MerchantLineIT {

    private static final MerchantId TEA = new MerchantId(11);
    private static final MerchantId RICE = new MerchantId(12);

    @Autowired
    Jdbc jdbc;

    @Autowired
    NoteMapper notes;

    @Autowired
    JdbcTemplate database;

    @BeforeEach
    void eachHasOneNote() {
        database.execute(NoteMapper.TABLE);
        database.execute("DELETE FROM note");
        run(TEA, () -> notes.insert(1, "tea"));
        run(RICE, () -> notes.insert(2, "rice"));
    }

    @Test
    void insertsForTheMerchantInScope() {
        run(RICE, () -> notes.insertAll(List.of(3L, 4L), "noodles"));
        run(RICE, () -> notes.put(5, "soup"));

        assertThat(database.queryForList("SELECT merchant_id FROM note ORDER BY id", Long.class))
                .containsExactly(11L, 12L, 12L, 12L, 12L);
    }

    @Test
    void selectsWhatIsTheMerchants() {
        assertThat(jdbc.within(TEA, notes::ids)).containsExactly(1L);
        assertThat(jdbc.within(RICE, notes::last)).containsExactly(2L);
        assertThat(jdbc.within(TEA, notes::last)).containsExactly(1L);
    }

    @Test
    void joinsWithinOneMerchant() {
        run(TEA, () -> notes.insert(6, "rice"));

        assertThat(jdbc.<Long>within(TEA, notes::twins)).isZero();
        assertThat(jdbc.<Long>within(RICE, notes::twins)).isZero();
    }

    @Test
    void neitherChangesNorDeletesWhatIsAnothers() {
        assertThat(jdbc.<Integer>within(TEA, () -> notes.change(2, "stolen"))).isZero();
        assertThat(jdbc.<Integer>within(TEA, () -> notes.delete(2))).isZero();
        assertThat(jdbc.<Integer>within(RICE, () -> notes.change(2, "fried rice")))
                .isOne();
        assertThat(jdbc.<Integer>within(RICE, () -> notes.delete(2))).isOne();
    }

    @Test
    void worksForNobodyWithoutAMerchant() {
        assertThatThrownBy(() -> notes.ids())
                .hasRootCauseInstanceOf(IllegalStateException.class)
                .hasRootCauseMessage("no merchant is in scope: database work goes through Jdbc");
    }

    @Test
    void refusesAnotherMerchantInside() {
        assertThatThrownBy(() -> jdbc.within(TEA, () -> jdbc.within(RICE, notes::ids)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(jdbc.within(RICE, notes::ids)).as("the scope is left").containsExactly(2L);
    }

    private void run(MerchantId merchant, Runnable work) {
        jdbc.within(merchant, () -> {
            work.run();
            return true;
        });
    }
}
