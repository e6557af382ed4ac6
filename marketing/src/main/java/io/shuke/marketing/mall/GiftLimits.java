package io.shuke.marketing.mall;

/**
 * How many of a gift may go to whom; 0 always means "no limit".
 *
 * @param perMember how many one member may have in all
 * @param perMemberADay how many one member may have on one day of the shop
 * @param aDay how many may go to all members together on one day of the shop
 * @param level the lowest step of the ladder that may have it
 * @param visits how often a member must have bought something before
 */
public record GiftLimits(int perMember, int perMemberADay, int aDay, int level, int visits) {

    public static final GiftLimits NONE = new GiftLimits(0, 0, 0, 0, 0);

    private static final int MOST = 100_000;

    public GiftLimits {
        refuseOutside(perMember);
        refuseOutside(perMemberADay);
        refuseOutside(aDay);
        refuseOutside(level);
        refuseOutside(visits);
    }

    private static void refuseOutside(int limit) {
        if (limit < 0 || limit > MOST) {
            throw GiftRefusal.impossible("限制在 0 到 100000 之间，0 表示不限");
        }
    }
}
