package io.shuke.console.membership;

import io.shuke.console.staff.ConsoleUser;
import io.shuke.console.staff.StaffNames;
import io.shuke.marketing.coupon.Coupons;
import io.shuke.member.ground.Ids;
import io.shuke.member.ground.Jdbc;
import io.shuke.member.ledger.Asset;
import io.shuke.member.ledger.Ledger;
import io.shuke.member.level.Levels;
import io.shuke.member.membership.Member;
import io.shuke.member.membership.MemberId;
import io.shuke.member.membership.Members;
import io.shuke.member.membership.Merge;
import io.shuke.member.membership.MergePreview;
import io.shuke.member.membership.Merges;
import io.shuke.member.merchant.Merchants;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebInputException;
import reactor.core.publisher.Mono;

/** Two cards of one person become one: looked at first, done, and taken back when it was wrong. */
@RestController
class MergeDesk {

    private static final Map<Asset, String> ASSETS = Map.of(
            Asset.POINTS, "积分",
            Asset.PENDING_POINTS, "待入账积分",
            Asset.GROWTH, "成长值",
            Asset.PRINCIPAL, "储值本金",
            Asset.GIFT, "储值赠送金");
    private static final List<Asset> SHOWN =
            List.of(Asset.POINTS, Asset.PENDING_POINTS, Asset.GROWTH, Asset.PRINCIPAL, Asset.GIFT);

    record MergeSideBody(
            String id,
            String number,
            String nickname,
            @Nullable String phone,
            String level,
            int coupons) {

        @Override
        public String toString() {
            return "MergeSideBody[" + id + "]";
        }
    }

    /** @param kept what the kept one has now; in pieces, for money in 分 */
    record MergeAssetBody(String asset, String label, boolean money, long kept, long absorbed, long together) {}

    /**
     * @param kept whose card stays: the older one
     * @param identities how many logins change over
     * @param filled what the kept one lacks and takes over, in words
     */
    record MergePreviewBody(
            MergeSideBody kept,
            MergeSideBody absorbed,
            int identities,
            List<String> filled,
            List<MergeAssetBody> assets) {}

    record MergeBody(
            String id,
            String keptId,
            String absorbedId,
            String absorbedNumber,
            OffsetDateTime at,
            @Nullable String by,
            @Nullable OffsetDateTime undoneAt,
            @Nullable String undoneBy) {}

    record MergesBody(List<MergeBody> items, @Nullable String next) {}

    record MergeWishBody(@Nullable String memberId) {}

    private final Merges merges;
    private final Members members;
    private final Ledger ledger;
    private final Levels levels;
    private final Coupons coupons;
    private final Filled words;
    private final StaffNames names;
    private final Merchants merchants;
    private final Jdbc jdbc;

    MergeDesk(
            Merges merges,
            Members members,
            Ledger ledger,
            Levels levels,
            Coupons coupons,
            Filled words,
            StaffNames names,
            Merchants merchants,
            Jdbc jdbc) {
        this.merges = merges;
        this.members = members;
        this.ledger = ledger;
        this.levels = levels;
        this.coupons = coupons;
        this.words = words;
        this.names = names;
        this.merchants = merchants;
        this.jdbc = jdbc;
    }

    /** Those in which the member took part, the newest first. */
    @GetMapping("/console/api/members/{id}/merges")
    Mono<MergesBody> all(ConsoleUser user, @PathVariable long id) {
        var asked = member(Long.toString(id));
        return jdbc.call(
                user.merchant(),
                () -> new MergesBody(
                        newest(merges.of(members.member(asked).id())).stream()
                                .map(this::shown)
                                .toList(),
                        null));
    }

    private static List<Merge> newest(List<Merge> oldestFirst) {
        var newest = new ArrayList<>(oldestFirst);
        Collections.reverse(newest);
        return newest;
    }

    @GetMapping("/console/api/members/{id}/merges/preview")
    Mono<MergePreviewBody> preview(ConsoleUser user, @PathVariable long id, @RequestParam("with") String other) {
        var one = member(Long.toString(id));
        var two = member(other);
        return jdbc.call(user.merchant(), () -> shown(merges.preview(one, two)));
    }

    /** Asked for again it is the same merge. */
    @PostMapping("/console/api/members/{id}/merges")
    Mono<MergeBody> merge(ConsoleUser user, @PathVariable long id, @RequestBody MergeWishBody wish) {
        var one = member(Long.toString(id));
        var other = member(wish.memberId());
        return jdbc.call(user.merchant(), () -> shown(merges.merge(one, other, "staff:" + user.staff())));
    }

    @PostMapping("/console/api/merges/{id}/undo")
    Mono<MergeBody> undo(ConsoleUser user, @PathVariable long id) {
        return jdbc.call(user.merchant(), () -> shown(merges.undo(id, "staff:" + user.staff())));
    }

    private MergePreviewBody shown(MergePreview preview) {
        var kept = ledger.balances(preview.kept().id());
        var absorbed = ledger.balances(preview.absorbed().id());
        return new MergePreviewBody(
                side(preview.kept()),
                side(preview.absorbed()),
                preview.moved(),
                words.of(preview.filled()),
                SHOWN.stream()
                        .map(asset -> asset(asset, kept.getOrDefault(asset, 0L), absorbed.getOrDefault(asset, 0L)))
                        .filter(asset -> asset.kept() != 0 || asset.absorbed() != 0)
                        .toList());
    }

    private static MergeAssetBody asset(Asset asset, long kept, long absorbed) {
        return new MergeAssetBody(
                asset.code(),
                ASSETS.getOrDefault(asset, asset.code()),
                asset.isMoney(),
                kept,
                absorbed,
                Math.addExact(kept, absorbed));
    }

    private MergeSideBody side(Member member) {
        return new MergeSideBody(
                member.id().toString(),
                member.number(),
                member.nickname(),
                member.phoneMasked(),
                levels.progress(member.id()).level().name(),
                coupons.inWallet(member.id()));
    }

    private MergeBody shown(Merge merge) {
        return new MergeBody(
                Long.toString(merge.id()),
                merge.kept().toString(),
                merge.absorbed().toString(),
                merge.absorbedNumber(),
                at(merge.at()),
                names.of(merge.by()),
                merge.undoneAt() == null ? null : at(merge.undoneAt()),
                names.of(merge.undoneBy()));
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(merchants.current().zone()).toOffsetDateTime();
    }

    private static MemberId member(@Nullable String id) {
        return Ids.read(id).stream()
                .filter(number -> number > 0)
                .mapToObj(MemberId::new)
                .findFirst()
                .orElseThrow(() -> new ServerWebInputException("memberId"));
    }
}
