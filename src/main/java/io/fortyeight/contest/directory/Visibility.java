package io.fortyeight.contest.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What may be seen of a contest at an instant. The one place that decides; every surface asks it, and nobody is exempt.
 *
 * <p>Two settings hide something: a {@code blackout} the last part of the window, and {@code publishes: announced} the
 * certified result until {@code announcesAt}. Both come down to one instant, {@code hidesFrom}: the beginning of the
 * blackout, without one {@code closesAt}. From it until the result is shown, everything is as of the last millisecond
 * before it:
 *
 * <pre>
 *                            before hidesFrom  hidden: until the result is shown         result shown
 * standings, campaign, SSE   live              as of hidesFrom, "final" is false         certified, final
 * standings at an instant    as of then        as of then, at latest of hidesFrom        as of then
 * timeline, ledger, shed     all               what was received before hidesFrom        all
 * export                     all               as of hidesFrom                           all
 * result, certificate        404               404, with announcesAt if held until then  200
 * recount                    all               whether it agrees; no standings           all
 * recount by another card    all               409                                       all
 * why a close is held        in full           without the counts, in a blackout         in full
 * state, rules, a ping's
 * own verdict and receipt    shown             shown                                     shown
 * </pre>
 *
 * The result is shown once it is certified; with {@code publishes: announced}, not before {@code announcesAt} either. A
 * close that is held, or late, thus keeps hidden what was, past {@code announcesAt} too.
 *
 * @param showsResult whether the certified result is there for everyone
 * @param hidesFrom what is received from then on stays hidden, be it in the future still; null when nothing does
 * @param isHiding whether {@code hidesFrom} has come
 * @param hiddenUntil null when nothing is hidden, or when that hangs on the certification alone
 * @param hidesFindings whether what a check found out is hidden, for it names counts of a blackout
 * @param heldReason why the close is held, as far as that may be told; null when it isn't
 */
public record Visibility(
        boolean showsResult,
        @Nullable Instant hidesFrom,
        boolean isHiding,
        @Nullable Instant hiddenUntil,
        boolean hidesFindings,
        @Nullable String heldReason) {

    /** What is told in place of a finding that names hidden counts. */
    public static final String HIDDEN_FINDING =
            "What the check found names counts, which are hidden for now; operators find it in the server's log";

    /** At {@code now}; {@code contest} may be older, for it never shows more than a newer one would. */
    public static Visibility of(ContestDetails contest, Instant now) {
        var announcesAt = contest.publishes() == Publication.ANNOUNCED ? contest.announcesAt() : null;
        var isWaitedFor = announcesAt != null && now.isBefore(announcesAt);
        var showsResult = contest.storedState() == ContestState.ANNOUNCED
                || (contest.storedState() == ContestState.CERTIFIED && !isWaitedFor);
        var hidesFrom = showsResult ? null : hidesFrom(contest);
        var isHiding = hidesFrom != null && !now.isBefore(hidesFrom);
        var hidesFindings = isHiding && contest.blackout() != null;
        return new Visibility(
                showsResult,
                hidesFrom,
                isHiding,
                isHiding && isWaitedFor ? announcesAt : null,
                hidesFindings,
                contest.heldReason() == null ? null : told(contest.heldReason(), hidesFindings));
    }

    private static String told(String finding, boolean isHidden) {
        return isHidden ? HIDDEN_FINDING : finding;
    }

    /** What a check found out, or that it is hidden. */
    public String told(String finding) {
        return told(finding, hidesFindings);
    }

    private static @Nullable Instant hidesFrom(ContestDetails contest) {
        var closesAt = contest.window().closesAt();
        if (contest.blackout() != null) {
            return closesAt.minus(contest.blackout());
        }
        return contest.publishes() == Publication.ANNOUNCED ? closesAt : null;
    }

    /** From when on what was received is hidden now; null when nothing is. */
    public @Nullable Instant hiddenSince() {
        return isHiding ? hidesFrom : null;
    }

    /** The latest instant, {@code at} or before, as of which counts are never hidden. */
    public Instant notHidden(Instant at) {
        return hidesFrom == null || at.isBefore(hidesFrom) ? at : hidesFrom.minusMillis(1);
    }

    /** What is received before is never hidden, in epoch milliseconds; {@link Long#MAX_VALUE} when nothing is. */
    public long hidesFromMillis() {
        return hidesFrom == null ? Long.MAX_VALUE : hidesFrom.toEpochMilli();
    }
}
