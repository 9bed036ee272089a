package io.fortyeight.web.page;

import org.jspecify.annotations.Nullable;

/**
 * An instant as pages write it; made by {@link LocaleFormat#moment}.
 *
 * @param iso for machines
 * @param utc in words, in UTC
 * @param zoned in words, in the contest's zone; null when that is UTC
 */
public record Moment(String iso, String utc, @Nullable String zoned) {

    /** In words, in the contest's zone, whichever that is. */
    public String here() {
        return zoned == null ? utc : zoned;
    }
}
