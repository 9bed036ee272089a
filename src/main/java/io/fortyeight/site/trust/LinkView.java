package io.fortyeight.site.trust;

import io.fortyeight.contest.linkcheck.CheckedLink;
import io.fortyeight.contest.linkcheck.LinkCheckResult;
import io.fortyeight.contest.linkcheck.LinkState;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.web.http.Instants;
import io.fortyeight.web.outbound.Target;
import io.fortyeight.web.page.PageText;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link as the card shows it.
 *
 * @param host where it leads, in the letters that the network goes by, so that no host can pose as another
 * @param state {@code unchecked}, {@code works} or {@code broken}
 * @param stateText the same in words
 * @param checked how long ago it was checked; null before the first check
 * @param checkedAt the same for machines
 */
public record LinkView(
        String url,
        String host,
        String state,
        String stateText,
        @Nullable String checked,
        @Nullable String checkedAt) {

    static @Nullable LinkView of(
            @Nullable String url, List<CheckedLink> links, PageText<TrustMessages> words, Instant now) {
        if (url == null) {
            return null;
        }
        return links.stream()
                .filter(link -> link.url().equals(url))
                .findFirst()
                .map(link -> of(link, words, now))
                .orElseGet(() -> of(new CheckedLink(url, LinkState.UNCHECKED, null, null), words, now));
    }

    private static LinkView of(CheckedLink link, PageText<TrustMessages> words, Instant now) {
        var checkedAt = link.checkedAt();
        return new LinkView(
                link.url(),
                host(link.url()),
                link.state().jsonName(),
                stateText(link, words.messages()),
                checkedAt == null ? null : words.messages().checked(words.ago(checkedAt, now)),
                checkedAt == null ? null : Instants.text(checkedAt));
    }

    private static String host(String url) {
        var fragment = url.indexOf('#');
        return Target.parse(fragment < 0 ? url : url.substring(0, fragment))
                .map(Target::host)
                .orElseGet(() -> URI.create(url).getHost());
    }

    private static String undecided(CheckedLink link, TrustMessages messages) {
        var status = link.status();
        return status != null && LinkCheckResult.of(status).kind() == LinkCheckResult.Kind.UNTOLD
                ? messages.stateUntold()
                : messages.stateFailedOnce();
    }

    private static String stateText(CheckedLink link, TrustMessages messages) {
        return switch (link.state()) {
            case WORKS -> messages.stateWorks();
            case BROKEN -> messages.stateBroken();
            case UNCHECKED -> link.checkedAt() == null ? messages.stateUnchecked() : undecided(link, messages);
        };
    }
}
