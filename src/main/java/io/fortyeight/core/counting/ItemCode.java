package io.fortyeight.core.counting;

/**
 * Items as small integers, for the histories' tables: 64 codes for each campaign, as many as {@link Platform#CODES} needs.
 *
 * <p>Rules 4 and 7 look at a campaign and kind with all platforms together. That is a code too: for views the item's
 * own, so that the commonest ping needs one entry and not two; for shares the last of the campaign's 64.
 */
final class ItemCode {

    private static final int OF_CAMPAIGN = 64;

    /** The campaign numbers below this have codes. */
    static final int CAMPAIGNS = Integer.MAX_VALUE / OF_CAMPAIGN;

    static final int ALL_SHARES = OF_CAMPAIGN - 1;

    private ItemCode() {}

    static int of(Item item) {
        Platform platform = item.platform();
        return item.campaign() * OF_CAMPAIGN + (platform == null ? 0 : ofPlatform(platform.ordinal()));
    }

    /** The part of the code that stands for a platform, by its place in the list. */
    static int ofPlatform(int ordinal) {
        return 1 + ordinal;
    }

    /** The code of the item's campaign and kind. */
    static int ofCampaignAndKind(Item item) {
        return item.campaign() * OF_CAMPAIGN + (item.kind() == Kind.VIEW ? 0 : ALL_SHARES);
    }
}
