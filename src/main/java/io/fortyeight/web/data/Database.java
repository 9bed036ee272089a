package io.fortyeight.web.data;

import jakarta.inject.Singleton;
import java.time.Instant;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The way to the database for everything that is not an entity. A statement takes part in the running transaction; without
 * one it is a transaction of its own. {@code QuarkusTransaction.requiringNew()} puts several statements into one.
 */
@Singleton
public class Database {

    private final DataSource source;

    public Database(DataSource source) {
        this.source = source;
    }

    /**
     * A statement, which is run by the method called on it: {@code database.sql("… WHERE id = ?", id).first(row -> …)}.
     *
     * @param parameters one for each question mark: null, a {@link Character}, an {@link Instant}, a collection for an array,
     *     or what the driver takes
     */
    public SqlStatement sql(String sql, @Nullable Object... parameters) {
        return new SqlStatement(source, sql, parameters, 0);
    }
}
