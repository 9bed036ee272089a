package io.fortyeight.standings.shares;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.standings.shares.SupportersResource.Supporter;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What organizers see and decide of supporters. */
@Singleton
public class Moderation {

    private final VisibleShares shares;
    private final SupporterStore store;

    Moderation(VisibleShares shares, SupporterStore store) {
        this.shares = shares;
        this.store = store;
    }

    /** Those with a nickname first, then those who brought the most. */
    public List<Supporter> list(ContestDetails contest) {
        return shares.all(contest).orElseGet(() -> store.all(contest).stream()
                .map(known ->
                        new Supporter(known.id(), known.nickname(), known.isHidden(), known.isRenamed(), null, null))
                .toList());
    }

    /**
     * Changes what is given, all of it or nothing.
     *
     * @param nickname the empty one takes it away; null leaves it
     */
    public void change(ContestDetails contest, long id, @Nullable Boolean isHidden, @Nullable String nickname) {
        var read = nickname == null ? null : Nickname.read(nickname);
        QuarkusTransaction.requiringNew().run(() -> {
            if (isHidden != null) {
                store.hide(contest, id, isHidden);
            }
            if (nickname != null) {
                store.rename(contest, id, read);
            }
        });
        shares.forgetSupporters();
    }
}
