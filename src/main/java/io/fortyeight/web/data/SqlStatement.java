package io.fortyeight.web.data;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A statement with its parameters. Each method that runs it throws {@link DatabaseException} when the database fails. */
public final class SqlStatement {

    private final DataSource source;
    private final String sql;
    private final @Nullable Object[] parameters;
    private final int timeoutSeconds;

    SqlStatement(DataSource source, String sql, @Nullable Object[] parameters, int timeoutSeconds) {
        this.source = source;
        this.sql = sql;
        this.parameters = parameters;
        this.timeoutSeconds = timeoutSeconds;
    }

    /** The same statement, given up by the database after {@code timeout}, in whole seconds. */
    public SqlStatement within(Duration timeout) {
        return new SqlStatement(source, sql, parameters, Math.toIntExact(timeout.toSeconds()));
    }

    /** All rows. */
    public <T> List<T> list(Function<SqlRow, T> mapper) {
        var found = new ArrayList<T>();
        forEach(row -> found.add(mapper.apply(row)));
        return found;
    }

    /** What {@code mapper} makes of the first row; empty when there is no row, or when that is null. */
    public <T> Optional<T> first(Function<SqlRow, ? extends @Nullable T> mapper) {
        return run(statement -> {
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(mapper.apply(new SqlRow(rows))) : Optional.empty();
            }
        });
    }

    /** The first row of a query that always has one. */
    public <T> T one(Function<SqlRow, T> mapper) {
        return first(mapper).orElseThrow(() -> new IllegalStateException("There is no row: " + sql));
    }

    /** Whether there is a row. */
    public boolean exists() {
        return first(row -> true).isPresent();
    }

    /** Hands over the rows one by one; each is valid only until the next. */
    public void forEach(Consumer<SqlRow> reader) {
        run(statement -> {
            try (var rows = statement.executeQuery()) {
                var row = new SqlRow(rows);
                while (rows.next()) {
                    reader.accept(row);
                }
                return true;
            }
        });
    }

    /** Runs what returns no rows, and says how many were changed. */
    public int update() {
        return run(PreparedStatement::executeUpdate);
    }

    private interface Work<T> {
        T on(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(Work<T> work) {
        try (var connection = source.getConnection();
                var statement = connection.prepareStatement(sql)) {
            if (timeoutSeconds > 0) {
                statement.setQueryTimeout(timeoutSeconds);
            }
            for (var i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return work.on(statement);
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private static void bind(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.NULL);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Character character) {
            statement.setString(index, character.toString());
        } else if (value instanceof Collection<?> elements) {
            // As a literal: the database knows the type of the elements, even where there are none.
            statement.setObject(index, arrayLiteral(elements), Types.OTHER);
        } else {
            statement.setObject(index, value);
        }
    }

    private static String arrayLiteral(Collection<?> elements) {
        return elements.stream()
                .map(element -> '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }
}
