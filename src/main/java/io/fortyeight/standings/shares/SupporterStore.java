package io.fortyeight.standings.shares;

import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.DatabaseException;
import io.fortyeight.web.data.SqlRow;
import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.web.http.Problems;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Nicknames, and whom the organizer hides. A supporter is known to organizers by the number of their first link. */
@Singleton
public class SupporterStore {

    /** Organizers look through so many at most. */
    static final int MAX_LISTED = 500;

    /**
     * What is kept of a supporter who has a nickname, or had one.
     *
     * @param isRenamed by the organizer, or their nickname was removed: they can't choose another one
     */
    public record Known(long id, @Nullable String nickname, boolean isHidden, boolean isRenamed) {}

    private static final String OF = """
            SELECT 0, nickname, is_hidden, is_renamed FROM supporter WHERE contest_id = ? AND visitor = ?
            """;

    private static final String ALL = """
            SELECT min(l.id), n.nickname, n.is_hidden, n.is_renamed
            FROM supporter AS n
            JOIN share_link AS l ON l.contest_id = n.contest_id AND l.sharer = n.visitor
            WHERE n.contest_id = ? AND (n.nickname IS NOT NULL OR n.is_hidden OR n.is_renamed)
            GROUP BY n.id
            ORDER BY n.nickname_key NULLS LAST, 1
            LIMIT ?
            """;

    /** Only who has a link: others would be on no board, and could take all nicknames there are. */
    private static final String CHOOSE = """
            INSERT INTO supporter AS n (contest_id, visitor, nickname, nickname_key)
            SELECT ?, ?, ?, ?
            WHERE EXISTS (SELECT FROM share_link AS l WHERE l.contest_id = ? AND l.sharer = ?)
            ON CONFLICT (contest_id, visitor)
                DO UPDATE SET nickname = excluded.nickname, nickname_key = excluded.nickname_key
                WHERE NOT n.is_hidden AND NOT n.is_renamed
            """;

    private static final String SHARER = "SELECT sharer FROM share_link WHERE id = ? AND contest_id = ?";

    private static final String HIDE = """
            INSERT INTO supporter (contest_id, visitor, is_hidden) VALUES (?, ?, ?)
            ON CONFLICT (contest_id, visitor) DO UPDATE SET is_hidden = excluded.is_hidden
            """;

    private static final String RENAME = """
            INSERT INTO supporter (contest_id, visitor, nickname, nickname_key, is_renamed) VALUES (?, ?, ?, ?, true)
            ON CONFLICT (contest_id, visitor) DO UPDATE
                SET nickname = excluded.nickname, nickname_key = excluded.nickname_key, is_renamed = true
            """;

    private final Database database;

    SupporterStore(Database database) {
        this.database = database;
    }

    public Optional<Known> find(ContestDetails contest, VisitorKey visitor) {
        return database.sql(OF, contest.id(), visitor.toUuid()).first(SupporterStore::known);
    }

    /** By nickname; nothing here tells what anybody brought. */
    List<Known> all(ContestDetails contest) {
        return database.sql(ALL, contest.id(), MAX_LISTED).list(SupporterStore::known);
    }

    /**
     * A supporter's own choice.
     *
     * @param nickname null for none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it is taken, when they have shared nothing, or when the
     *     organizer has decided
     */
    public void choose(ContestDetails contest, VisitorKey visitor, @Nullable Nickname nickname) {
        var changed = changed(
                CHOOSE, contest.id(), visitor.toUuid(), text(nickname), key(nickname), contest.id(), visitor.toUuid());
        if (changed == 0) {
            throw WordedProblem.conflict(
                    NicknameMessages.class,
                    find(contest, visitor).isPresent() ? NicknameMessages::decided : NicknameMessages::withoutShares);
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when nobody has that link */
    void hide(ContestDetails contest, long id, boolean isHidden) {
        var sharer = sharer(contest, id);
        changed(HIDE, contest.id(), sharer, isHidden);
    }

    /**
     * The organizer's choice, for good.
     *
     * @param nickname null for none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when nobody has that link, 409 when the nickname is taken
     */
    void rename(ContestDetails contest, long id, @Nullable Nickname nickname) {
        var sharer = sharer(contest, id);
        changed(RENAME, contest.id(), sharer, text(nickname), key(nickname));
    }

    private int changed(String sql, @Nullable Object... parameters) {
        try {
            return database.sql(sql, parameters).update();
        } catch (DatabaseException failure) {
            throw failure.isUniqueViolation()
                    ? WordedProblem.conflict(NicknameMessages.class, NicknameMessages::taken)
                    : failure;
        }
    }

    private static @Nullable String text(@Nullable Nickname nickname) {
        return nickname == null ? null : nickname.text();
    }

    private static @Nullable String key(@Nullable Nickname nickname) {
        return nickname == null ? null : nickname.key();
    }

    private UUID sharer(ContestDetails contest, long id) {
        return database.sql(SHARER, id, contest.id())
                .first(row -> row.getUuid(1))
                .orElseThrow(() -> Problems.notFound("There is no such supporter in this contest"));
    }

    private static Known known(SqlRow row) {
        return new Known(row.getLong(1), row.getStringOrNull(2), row.getBoolean(3), row.getBoolean(4));
    }
}
