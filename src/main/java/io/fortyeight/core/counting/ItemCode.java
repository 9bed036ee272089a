package io.fortyeight.core.counting;

/**
 * Items as small integers, for the histories' tables: 32 codes for each campaign.
 *
 * <p>Rules 4 and 7 look at a campaign and kind with all platforms together. That is a code too: for views the item's
 * own, so that the commonest ping needs one entry and not two; for shares the last of the campaign's 32.
 */
final class ItemCode {

    /** The campaign numbers below this have codes. */
    static final int CAMPAIGNS = 1 << 26;

    private static final int ALL_SHARES = 31;

    private ItemCode() {}

    static int of(Item item) {
        Platform platform = item.platform();
        return item.campaign() * 32 + (platform == null ? 0 : 1 + platform.ordinal());
    }

    /** The code of the item's campaign and kind. */
    static int ofCampaignAndKind(Item item) {
        return item.campaign() * 32 + (item.kind() == Kind.VIEW ? 0 : ALL_SHARES);
    }
}
