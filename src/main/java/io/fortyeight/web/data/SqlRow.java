package io.fortyeight.web.data;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of an answer. Columns are named, or counted from 1. As in JDBC a null number is 0 and a null boolean is false; where
 * a null means something there is a method that returns it, and elsewhere it is an error.
 */
public final class SqlRow {

    private interface Value<T extends @Nullable Object> {
        T read() throws SQLException;
    }

    private final ResultSet row;

    SqlRow(ResultSet row) {
        this.row = row;
    }

    private static <T extends @Nullable Object> T read(Value<T> value) {
        try {
            return value.read();
        } catch (SQLException failure) {
            throw new DatabaseException(failure);
        }
    }

    private int index(String column) {
        return read(() -> row.findColumn(column));
    }

    public boolean getBoolean(int column) {
        return read(() -> row.getBoolean(column));
    }

    public boolean getBoolean(String column) {
        return getBoolean(index(column));
    }

    public int getInt(int column) {
        return read(() -> row.getInt(column));
    }

    public int getInt(String column) {
        return getInt(index(column));
    }

    public @Nullable Integer getIntOrNull(int column) {
        var number = getInt(column);
        return read(row::wasNull) ? null : number;
    }

    public @Nullable Integer getIntOrNull(String column) {
        return getIntOrNull(index(column));
    }

    public long getLong(int column) {
        return read(() -> row.getLong(column));
    }

    public long getLong(String column) {
        return getLong(index(column));
    }

    public @Nullable Long getLongOrNull(int column) {
        var number = getLong(column);
        return read(row::wasNull) ? null : number;
    }

    public @Nullable Long getLongOrNull(String column) {
        return getLongOrNull(index(column));
    }

    public double getDouble(int column) {
        return read(() -> row.getDouble(column));
    }

    public String getString(int column) {
        return Objects.requireNonNull(getStringOrNull(column));
    }

    public String getString(String column) {
        return getString(index(column));
    }

    public @Nullable String getStringOrNull(int column) {
        return read(() -> row.getString(column));
    }

    public @Nullable String getStringOrNull(String column) {
        return getStringOrNull(index(column));
    }

    public char getChar(int column) {
        return getString(column).charAt(0);
    }

    public char getChar(String column) {
        return getChar(index(column));
    }

    public Instant getInstant(int column) {
        return Objects.requireNonNull(getInstantOrNull(column));
    }

    public Instant getInstant(String column) {
        return getInstant(index(column));
    }

    public @Nullable Instant getInstantOrNull(int column) {
        var time = read(() -> row.getObject(column, OffsetDateTime.class));
        return time == null ? null : time.toInstant();
    }

    public @Nullable Instant getInstantOrNull(String column) {
        return getInstantOrNull(index(column));
    }

    public UUID getUuid(int column) {
        return Objects.requireNonNull(getUuidOrNull(column));
    }

    public UUID getUuid(String column) {
        return getUuid(index(column));
    }

    public @Nullable UUID getUuidOrNull(int column) {
        return read(() -> row.getObject(column, UUID.class));
    }

    public byte @Nullable [] getBytesOrNull(String column) {
        return read(() -> row.getBytes(column));
    }

    /** An array of texts. */
    public List<String> getStrings(String column) {
        return List.of(read(() -> (String[]) row.getArray(column).getArray()));
    }
}
