package io.fortyeight.core.counting;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor's pings are compared on: views of one campaign are one item; shares of one campaign to one platform
 * are one item.
 *
 * @param campaign the campaign's number within its contest, from 0
 * @param platform null exactly for views
 */
public record Item(int campaign, Kind kind, @Nullable Platform platform) {

    public Item {
        if (campaign < 0 || campaign >= ItemCode.CAMPAIGNS || (kind == Kind.VIEW) != (platform == null)) {
            throw new IllegalArgumentException("No such item: " + campaign + " " + kind + " " + platform);
        }
    }

    public static Item view(int campaign) {
        return new Item(campaign, Kind.VIEW, null);
    }

    public static Item share(int campaign, Platform platform) {
        return new Item(campaign, Kind.SHARE, platform);
    }
}
