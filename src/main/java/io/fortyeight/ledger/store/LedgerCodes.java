package io.fortyeight.ledger.store;

import io.fortyeight.core.counting.Item;
import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Verdict;
import org.jspecify.annotations.Nullable;

/** The codes of one character of the columns {@code kind} and {@code verdict}; part of the ledger's format. */
public final class LedgerCodes {

    /** In the order of {@link Verdict}. */
    private static final String VERDICTS = "celbfFrpw";

    private static final char VIEW = 'v';
    private static final char SHARE = 's';

    private LedgerCodes() {}

    /** {@code v} for a view; for a share its {@link Platform#code}. */
    public static char kind(Item item) {
        return kind(item.platform());
    }

    public static char kind(@Nullable Platform platform) {
        return platform == null ? VIEW : platform.code();
    }

    /** v for views, s for shares to any platform; as in {@code tally_minute}. */
    static char plainKind(Kind kind) {
        return kind == Kind.VIEW ? VIEW : SHARE;
    }

    public static Kind kindOf(char code) {
        return code == VIEW ? Kind.VIEW : Kind.SHARE;
    }

    /**
     * Null for the codes that stand for no single platform.
     *
     * @throws IllegalArgumentException if no kind has that code
     */
    public static @Nullable Platform platformOf(char code) {
        return code == VIEW || code == SHARE
                ? null
                : Platform.ofCode(code)
                        .orElseThrow(() -> new IllegalArgumentException("No platform has the code " + code));
    }

    /** Of a share to one platform. */
    public static Platform sharePlatformOf(char code) {
        var platform = platformOf(code);
        if (platform == null) {
            throw new IllegalArgumentException("No platform has the code " + code);
        }
        return platform;
    }

    public static Item item(int campaign, char code) {
        var platform = platformOf(code);
        return platform == null ? Item.view(campaign) : Item.share(campaign, platform);
    }

    public static char verdict(Verdict verdict) {
        return VERDICTS.charAt(verdict.ordinal());
    }

    public static Verdict verdictOf(char code) {
        var ordinal = VERDICTS.indexOf(code);
        if (ordinal < 0) {
            throw new IllegalArgumentException("No verdict has the code " + code);
        }
        return Verdict.values()[ordinal];
    }
}
