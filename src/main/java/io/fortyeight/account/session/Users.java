package io.fortyeight.account.session;

import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.account.user.Actor;
import io.fortyeight.account.user.Passwords;
import io.fortyeight.account.user.Roles;
import io.fortyeight.account.user.UserNames;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.SqlRow;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.form.WordedProblem;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who may sign in by name and password. What is changed here holds from the next request on. */
@Singleton
public class Users {

    private static final String COLUMNS = "SELECT id, name, role, created_at, disabled_at, password FROM account_user ";

    private final Database database;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Clock clock;

    Users(Database database, Passwords passwords, Sessions sessions, Clock clock) {
        this.database = database;
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
        return database.sql(COLUMNS + "ORDER BY name").list(row -> stored(row).user());
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
        return database.sql("""
                INSERT INTO account_user (name, role, password, created_at) VALUES (?, ?, ?, ?)
                ON CONFLICT (name) DO NOTHING RETURNING id
                """, name, role, hash, createdAt)
                .first(row -> new User(row.getInt(1), name, role, createdAt, null))
                .orElseThrow(() -> WordedProblem.conflict(
                        AccountMessages.class, messages -> messages.nameTaken(name), AccountMessages::taken));
    }

    /**
     * Changes a user. A new password, and being disabled, end all of their sessions.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names what is wrong, 404 when there is none, 409 when they
     *     would lock themselves out
     */
    @Transactional
    public User change(int id, UserPatch patch, Actor by) {
        var user = find(id).orElseThrow(() ->
                WordedProblem.notFound(AccountMessages.class, messages -> messages.noUser(id), AccountMessages::gone));
        var violations = new Violations();
        var role = patch.role() == null ? user.role() : Roles.checked(patch.role(), violations);
        var password = patch.password() == null
                ? null
                : Passwords.checked("password", patch.password(), user.name(), violations);
        violations.throwIfAny();
        var disabled = patch.disabled() == null ? user.isDisabled() : patch.disabled();
        if (by.isUser() && by.id() == id && (disabled || !role.equals(user.role()))) {
            throw WordedProblem.conflict(AccountMessages.class, AccountMessages::ownRole, AccountMessages::notYourself);
        }
        database.sql("""
                UPDATE account_user
                SET role = ?, disabled_at = CASE WHEN ? THEN coalesce(disabled_at, ?) END WHERE id = ?
                """, role, disabled, clock.instant(), id).update();
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
                && database.sql("SELECT FROM account_user WHERE name = ?", name).exists();
    }

    /** Whose name and password these are; takes as long when they are nobody's. */
    Optional<User> withPassword(String name, String password) {
        var stored = UserNames.isName(name) ? enabled(name) : Optional.<Stored>empty();
        var matches = passwords.matches(password, stored.map(Stored::hash).orElse(null));
        return stored.filter(found -> matches).map(Stored::user);
    }

    private void setPassword(int id, String password) {
        database.sql("UPDATE account_user SET password = ? WHERE id = ?", passwords.hash(password), id)
                .update();
    }

    private Optional<Stored> enabled(String name) {
        return database.sql(COLUMNS + "WHERE name = ? AND disabled_at IS NULL", name)
                .first(Users::stored);
    }

    private Optional<Stored> byId(int id) {
        return database.sql(COLUMNS + "WHERE id = ?", id).first(Users::stored);
    }

    private static Stored stored(SqlRow row) {
        return new Stored(
                new User(
                        row.getInt("id"),
                        row.getString("name"),
                        row.getString("role"),
                        row.getInstant("created_at"),
                        row.getInstantOrNull("disabled_at")),
                row.getString("password"));
    }
}
