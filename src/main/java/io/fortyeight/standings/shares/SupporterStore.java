package io.fortyeight.standings.shares;

import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.core.counting.VisitorKey;
import io.fortyeight.web.data.Statements;
import io.fortyeight.web.http.Problems;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
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

    private static final String UNIQUE_VIOLATION = "23505";
    private static final int TAKEN = -1;

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

    private final Statements statements;

    SupporterStore(Statements statements) {
        this.statements = statements;
    }

    public Optional<Known> find(ContestDetails contest, VisitorKey visitor) {
        return statements
                .with(OF, query -> {
                    query.setInt(1, contest.id());
                    query.setObject(2, visitor.toUuid());
                    return known(query);
                })
                .stream()
                .findFirst();
    }

    /** By nickname; nothing here tells what anybody brought. */
    List<Known> all(ContestDetails contest) {
        return statements.with(ALL, query -> {
            query.setInt(1, contest.id());
            query.setInt(2, MAX_LISTED);
            return known(query);
        });
    }

    /**
     * A supporter's own choice.
     *
     * @param nickname null for none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 when it is taken, when they have shared nothing, or when the
     *     organizer has decided
     */
    public void choose(ContestDetails contest, VisitorKey visitor, @Nullable Nickname nickname) {
        var changed = changed(CHOOSE, insert -> {
            insert.setInt(1, contest.id());
            insert.setObject(2, visitor.toUuid());
            set(insert, 3, nickname);
            insert.setInt(5, contest.id());
            insert.setObject(6, visitor.toUuid());
        });
        if (changed == 0) {
            throw WordedProblem.conflict(
                    NicknameMessages.class,
                    find(contest, visitor).isPresent() ? NicknameMessages::decided : NicknameMessages::withoutShares);
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when nobody has that link */
    void hide(ContestDetails contest, long id, boolean isHidden) {
        var sharer = sharer(contest, id);
        changed(HIDE, insert -> {
            insert.setInt(1, contest.id());
            insert.setObject(2, sharer);
            insert.setBoolean(3, isHidden);
        });
    }

    /**
     * The organizer's choice, for good.
     *
     * @param nickname null for none
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when nobody has that link, 409 when the nickname is taken
     */
    void rename(ContestDetails contest, long id, @Nullable Nickname nickname) {
        var sharer = sharer(contest, id);
        changed(RENAME, insert -> {
            insert.setInt(1, contest.id());
            insert.setObject(2, sharer);
            set(insert, 3, nickname);
        });
    }

    private interface Filling {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private int changed(String sql, Filling filling) {
        int changed = statements.with(sql, statement -> {
            filling.fill(statement);
            try {
                return statement.executeUpdate();
            } catch (SQLException failure) {
                if (UNIQUE_VIOLATION.equals(failure.getSQLState())) {
                    return TAKEN;
                }
                throw failure;
            }
        });
        if (changed == TAKEN) {
            throw WordedProblem.conflict(NicknameMessages.class, NicknameMessages::taken);
        }
        return changed;
    }

    private static void set(PreparedStatement insert, int first, @Nullable Nickname nickname) throws SQLException {
        insert.setString(first, nickname == null ? null : nickname.text());
        insert.setString(first + 1, nickname == null ? null : nickname.key());
    }

    private UUID sharer(ContestDetails contest, long id) {
        return statements
                .with(SHARER, query -> {
                    query.setLong(1, id);
                    query.setInt(2, contest.id());
                    try (var rows = query.executeQuery()) {
                        return rows.next() ? Optional.of(rows.getObject(1, UUID.class)) : Optional.<UUID>empty();
                    }
                })
                .orElseThrow(() -> Problems.notFound("There is no such supporter in this contest"));
    }

    private static List<Known> known(PreparedStatement query) throws SQLException {
        var found = new ArrayList<Known>();
        try (var rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(new Known(rows.getLong(1), rows.getString(2), rows.getBoolean(3), rows.getBoolean(4)));
            }
        }
        return found;
    }
}
