package io.fortyeight.account.session;

import io.fortyeight.web.form.WordedProblem;
import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Passwords;
import io.fortyeight.account.user.Roles;
import io.fortyeight.account.user.UserNames;
import io.fortyeight.web.data.Statements;
import io.fortyeight.web.form.Violations;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may sign in by name and password. What is changed here holds from the next request on. */
@Singleton
public class Users {

    private static final String COLUMNS = "SELECT id, name, role, created_at, disabled_at, password FROM account_user ";

    private final Statements statements;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    Users(Statements statements, Passwords passwords, Sessions sessions, Clock clock) {
        this.statements = statements;
        this.passwords = passwords;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** What to make. */
    public record NewUser(
            @Nullable String name,
            @Nullable String role,
            @Nullable String password) {}

    /** What to change; null leaves as it is. */
    public record UserPatch(
            @Nullable String role,
            @Nullable String password,
            @Nullable Boolean disabled) {}

    record Stored(User user, String hash) {}

    /** All, by name. */
    public List<User> all() {
        return read(COLUMNS + "ORDER BY name", select -> {}).stream()
                .map(Stored::user)
                .toList();
    }

    public Optional<User> find(int id) {
        return byId(id).map(Stored::user);
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names what is wrong, 409 for a name that is taken */
    public User create(NewUser request) {
        var violations = new Violations();
        var name = UserNames.canonical(request.name() == null ? "" : request.name());
        if (!UserNames.isName(name)) {
            violations.add("name", AccountMessages.class, AccountMessages::noUserName);
        } else if (name.equals(UserNames.RESERVED)) {
            violations.add("name", AccountMessages.class, AccountMessages::reservedName);
        }
        var role = Roles.checked(request.role(), violations);
        var password = Passwords.checked("password", request.password(), name, violations);
        violations.throwIfAny();
        var createdAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var hash = passwords.hash(password);
        return statements.with("""
                        INSERT INTO account_user (name, role, password, created_at) VALUES (?, ?, ?, ?)
                        ON CONFLICT (name) DO NOTHING RETURNING id
                        """, insert -> {
            insert.setString(1, name);
            insert.setString(2, role);
            insert.setString(3, hash);
            insert.setTimestamp(4, Timestamp.from(createdAt));
            try (var rows = insert.executeQuery()) {
                if (!rows.next()) {
                    throw WordedProblem.conflict(
                            AccountMessages.class, messages -> messages.nameTaken(name), AccountMessages::taken);
                }
                return new User(rows.getInt(1), name, role, createdAt, null);
            }
        });
    }

    /**
     * Changes a user. A new password, and being disabled, end all of their sessions.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names what is wrong, 404 when there is none, 409 when they
     *     would lock themselves out
     */
    @Transactional
    public User change(int id, UserPatch patch, Actor by) {
        var user = find(id).orElseThrow(() -> WordedProblem.notFound(
                        AccountMessages.class, messages -> messages.noUser(id), AccountMessages::gone));
        var violations = new Violations();
        var role = patch.role() == null ? user.role() : Roles.checked(patch.role(), violations);
        var password = patch.password() == null
                ? null
                : Passwords.checked("password", patch.password(), user.name(), violations);
        violations.throwIfAny();
        var disabled = patch.disabled() == null ? user.isDisabled() : patch.disabled();
        if (by.isUser() && by.id() == id && (disabled || !role.equals(user.role()))) {
            throw WordedProblem.conflict(
                    AccountMessages.class, AccountMessages::ownRole, AccountMessages::notYourself);
        }
        statements.with("""
                        UPDATE account_user
                        SET role = ?, disabled_at = CASE WHEN ? THEN coalesce(disabled_at, ?) END WHERE id = ?
                        """, update -> {
            update.setString(1, role);
            update.setBoolean(2, disabled);
            update.setTimestamp(3, Timestamp.from(clock.instant()));
            update.setInt(4, id);
            return update.executeUpdate();
        });
        if (password != null) {
            setPassword(id, password);
        }
        if (password != null || disabled) {
            sessions.endAll(id);
        }
        return find(id).orElseThrow();
    }

    /**
     * Changes one's own password, which ends all of one's sessions, this one too.
     *
     * @return whether {@code current} is it
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that says what is wrong with {@code next}
     */
    @Transactional
    boolean changeOwn(int id, String current, @Nullable String next) {
        var stored = byId(id);
        if (!passwords.matches(current, stored.map(Stored::hash).orElse(null))) {
            return false;
        }
        var violations = new Violations();
        var password =
                Passwords.checked("password", next, stored.orElseThrow().user().name(), violations);
        violations.throwIfAny();
        setPassword(id, password);
        sessions.endAll(id);
        return true;
    }

    boolean exists(String name) {
        return UserNames.isName(name)
                && !read(COLUMNS + "WHERE name = ?", select -> select.setString(1, name))
                        .isEmpty();
    }

    /** Whose name and password these are; takes as long when they are nobody's. */
    Optional<User> withPassword(String name, String password) {
        var stored = UserNames.isName(name) ? enabled(name) : Optional.<Stored>empty();
        var matches = passwords.matches(password, stored.map(Stored::hash).orElse(null));
        return stored.filter(found -> matches).map(Stored::user);
    }

    private void setPassword(int id, String password) {
        var hash = passwords.hash(password);
        statements.with("UPDATE account_user SET password = ? WHERE id = ?", update -> {
            update.setString(1, hash);
            update.setInt(2, id);
            return update.executeUpdate();
        });
    }

    private Optional<Stored> enabled(String name) {
        return read(COLUMNS + "WHERE name = ? AND disabled_at IS NULL", select -> select.setString(1, name)).stream()
                .findFirst();
    }

    private Optional<Stored> byId(int id) {
        return read(COLUMNS + "WHERE id = ?", select -> select.setInt(1, id)).stream()
                .findFirst();
    }

    private interface Parameters {
        void set(PreparedStatement select) throws SQLException;
    }

    private List<Stored> read(String sql, Parameters parameters) {
        return statements.with(sql, select -> {
            parameters.set(select);
            var found = new ArrayList<Stored>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    found.add(stored(rows));
                }
            }
            return found;
        });
    }

    private static Stored stored(ResultSet row) throws SQLException {
        var disabledAt = row.getTimestamp("disabled_at");
        return new Stored(
                new User(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getTimestamp("created_at").toInstant(),
                        disabledAt == null ? null : disabledAt.toInstant()),
                row.getString("password"));
    }
}
