package io.fortyeight.account.user;

import io.fortyeight.web.form.Violations;
import io.fortyeight.web.http.Problems;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Hashes and compares passwords with bcrypt. Two at a time, whatever the number of requests: hashing takes a processor for
 * long on purpose, and pings need one too.
 */
@Singleton
public class Passwords {

    private static final int SHORTEST = 12;
    private static final int AT_ONCE = 2;
    private static final long PATIENCE_MILLIS = 2_000;

    /** bcrypt looks at no more than this; what it would not look at is refused, so that nobody relies on it. */
    private static final int MAX_BYTES = 72;

    private final Semaphore places = new Semaphore(AT_ONCE);
    private final int cost;

    /** Compared with when there is no such user, so that the answer takes as long. */
    private final String nobodys;

    Passwords(SignInConfig config) {
        this.cost = config.bcryptCost();
        this.nobodys = BcryptUtil.bcryptHash("Nobody has this password", cost);
    }

    /** @return the password, or the empty string when something was added to {@code violations} */
    public static String checked(String field, @Nullable String password, String name, Violations violations) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            violations.add(field, AccountMessages.class, messages -> messages.passwordTooShort(SHORTEST));
        } else if (!isHashedWhole(password)) {
            violations.add(field, AccountMessages.class, messages -> messages.passwordTooLong(MAX_BYTES));
        } else if (UserNames.canonical(password).equals(name)) {
            violations.add(field, AccountMessages.class, AccountMessages::passwordIsName);
        } else {
            return password;
        }
        return "";
    }

    private static boolean isHashedWhole(String password) {
        return password.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES && password.indexOf('\0') < 0;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when too many are being hashed */
    public String hash(String password) {
        return inTurn(() -> BcryptUtil.bcryptHash(password, cost));
    }

    /**
     * Whether it is this password.
     *
     * @param hash null when there is nobody whose it could be; takes as long
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 503 when too many are being compared
     */
    public boolean matches(String password, @Nullable String hash) {
        var comparable = isHashedWhole(password) ? password : "";
        var matches = inTurn(() -> BcryptUtil.matches(comparable, hash == null ? nobodys : hash));
        return matches && hash != null;
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!places.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                throw Problems.unavailable("Too many people sign in at once", 2);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Problems.unavailable("This instance is being stopped", 2);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }
}
