package io.shuke.marketing.coupon;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.jspecify.annotations.Nullable;

@Mapper
interface OfferMapper {

    record StockRow(long offerId, @Nullable Long total, long claimed, boolean paused) {

        Stock toDomain() {
            return new Stock(offerId, total, claimed, paused);
        }
    }

    String COLUMNS =
            "id, title, kind, fen, percent, pairs, sku, item, threshold_fen, skus, categories, stores, channels,"
                    + " from_level, week_days, hour_from, hour_until, first_day, last_day, after_days, valid_days, stack_group,"
                    + " alone, with_level, ways, claim_from, claim_until, per_member, price_points, word, made_by, made_at";
    String IDS = "<foreach collection='offers' item='offer' open='(' separator=',' close=')'>#{offer}</foreach>";

    @Insert("INSERT INTO offer (" + COLUMNS
            + ") VALUES (#{id}, #{title}, #{kind}, #{fen}, #{percent}, #{pairs}, #{sku},"
            + " #{item}, #{thresholdFen}, #{skus}, #{categories}, #{stores}, #{channels}, #{fromLevel}, #{weekDays},"
            + " #{hourFrom}, #{hourUntil}, #{firstDay}, #{lastDay}, #{afterDays}, #{validDays}, #{stackGroup}, #{alone},"
            + " #{withLevel}, #{ways}, #{claimFrom}, #{claimUntil}, #{perMember}, #{pricePoints}, #{word}, #{madeBy},"
            + " #{madeAt})")
    void insert(OfferRow offer);

    @Insert("INSERT INTO offer_stock (offer_id, total, claimed, paused) VALUES (#{offer}, #{total}, 0, FALSE)")
    void insertStock(long offer, @Nullable Long total);

    @Select("SELECT " + COLUMNS + " FROM offer WHERE id = #{id}")
    @Nullable
    OfferRow one(long id);

    @Select("SELECT " + COLUMNS + " FROM offer WHERE word = #{word}")
    @Nullable
    OfferRow byWord(String word);

    @Select("SELECT " + COLUMNS + " FROM offer WHERE id < #{before} ORDER BY id DESC LIMIT #{limit}")
    List<OfferRow> page(long before, int limit);

    @Select("SELECT " + COLUMNS + " FROM offer WHERE FIND_IN_SET(#{way}, ways) > 0 ORDER BY id")
    List<OfferRow> givenBy(String way);

    @Select("<script>SELECT offer_id, total, claimed, paused FROM offer_stock WHERE offer_id IN " + IDS + "</script>")
    List<StockRow> stocks(Collection<Long> offers);

    /** In ascending order, whoever locks several: nobody waits for one who waits for him. */
    @Select("<script>SELECT offer_id, total, claimed, paused FROM offer_stock WHERE offer_id IN " + IDS
            + " ORDER BY offer_id FOR UPDATE</script>")
    List<StockRow> lock(Collection<Long> offers);

    @Update("UPDATE offer_stock SET claimed = claimed + #{many} WHERE offer_id = #{offer}"
            + " AND (total IS NULL OR claimed + #{many} <= total)")
    int take(long offer, long many);

    @Update("UPDATE offer_stock SET total = #{total} WHERE offer_id = #{offer} AND claimed <= #{total}")
    int restock(long offer, long total);

    @Update("UPDATE offer_stock SET paused = #{paused} WHERE offer_id = #{offer}")
    int pause(long offer, boolean paused);

    @Insert("INSERT INTO offer_change (offer_id, id, what, total, changed_by, changed_at) VALUES (#{offer}, #{id},"
            + " #{what}, #{total}, #{by}, #{at})")
    void changed(ChangeRow change);

    @Select("SELECT offer_id AS offer, id, what, total, changed_by AS `by`, changed_at AS at FROM offer_change"
            + " WHERE offer_id = #{offer} ORDER BY id DESC LIMIT 50")
    List<ChangeRow> changes(long offer);

    record ChangeRow(
            long offer,
            long id,
            OfferChange.What what,
            @Nullable Long total,
            String by,
            Instant at) {}

    @Select("<script>SELECT offer_id AS offer, COUNT(*) AS many FROM coupon WHERE offer_id IN " + IDS
            + " AND state = 'REDEEMED' GROUP BY offer_id</script>")
    List<Redeemed> redeemed(Collection<Long> offers);

    record Redeemed(long offer, long many) {}
}
