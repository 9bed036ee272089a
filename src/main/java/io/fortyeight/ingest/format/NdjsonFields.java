package io.fortyeight.ingest.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.ingest.ShareCodeParameter;
import io.fortyeight.ingest.client.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The fields of an import's line in NDJSON, all of them strings, checked one by one. */
public final class NdjsonFields {

    public static final String AT = "at";
    static final String KIND = "kind";
    static final String CAMPAIGN = "campaign";
    static final String VISITOR = "visitor";
    static final String IP = "ip";
    static final String USER_AGENT = "userAgent";
    static final String PLATFORM = "platform";
    static final String VIA = "via";

    private static final List<String> NAMES = List.of(AT, KIND, CAMPAIGN, VISITOR, IP, USER_AGENT, PLATFORM, VIA);
    private static final Pattern NAMEABLE = Pattern.compile("[A-Za-z0-9_-]{1,32}");
    private static final JsonFactory JSON = new JsonFactory();

    private final @Nullable String[] values = new String[NAMES.size()];

    private NdjsonFields() {}

    static NdjsonFields parse(String line) throws MalformedLineException {
        NdjsonFields fields = new NdjsonFields();
        try (JsonParser json = JSON.createParser(line)) {
            fields.read(json);
        } catch (JsonProcessingException e) {
            throw notJson(e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory", e);
        }
        return fields;
    }

    /**
     * Without Jackson's own words, since they quote the line.
     *
     * @param location null where something is longer than Jackson reads: a number, or a field's name
     */
    private static MalformedLineException notJson(@Nullable JsonLocation location) {
        return new MalformedLineException(
                location == null
                        ? "a number or the name of a field is too long"
                        : "not JSON from column " + location.getColumnNr() + " on");
    }

    private void read(JsonParser json) throws IOException, MalformedLineException {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new MalformedLineException("not a JSON object");
        }
        int given = 0;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            int index = NAMES.indexOf(name);
            if (index < 0) {
                boolean nameable = NAMEABLE.matcher(name).matches();
                throw new MalformedLineException(nameable ? "unknown field " + name : "unknown field");
            }
            if ((given & 1 << index) != 0) {
                throw new MalformedLineException(name + " is given twice");
            }
            given |= 1 << index;
            JsonToken value = json.nextToken();
            if (value != JsonToken.VALUE_STRING && value != JsonToken.VALUE_NULL) {
                throw new MalformedLineException(name + " is not a string");
            }
            values[index] = value == JsonToken.VALUE_NULL ? null : json.getText();
        }
        if (json.nextToken() != null) {
            throw new MalformedLineException("something follows the JSON object");
        }
    }

    /** Null if left out. */
    @Nullable
    String text(String name) {
        return values[NAMES.indexOf(name)];
    }

    String required(String name) throws MalformedLineException {
        String value = text(name);
        if (value == null) {
            throw new MalformedLineException(name + " is missing");
        }
        return value;
    }

    /** Epoch milliseconds, floored. */
    long atMillis() throws MalformedLineException {
        String at = required(AT);
        try {
            return OffsetDateTime.parse(at).toInstant().toEpochMilli();
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedLineException("at is not an instant like 2013-12-17T05:00:00.000Z");
        }
    }

    @Nullable
    IpAddress ip() throws MalformedLineException {
        String literal = text(IP);
        if (literal == null) {
            return null;
        }
        IpAddress address = IpAddress.parse(literal);
        if (address == null) {
            throw new MalformedLineException("ip is not an IPv4 or IPv6 address");
        }
        return address;
    }

    /** Of a share, which must have one. */
    Platform platform() throws MalformedLineException {
        String platform = text(PLATFORM);
        if (platform == null) {
            throw new MalformedLineException("platform is missing");
        }
        return Platform.ofJsonName(platform)
                .orElseThrow(() -> new MalformedLineException("platform is not one of the known ones"));
    }

    @Nullable
    String via() throws MalformedLineException {
        String via = text(VIA);
        if (via != null && !ShareCodeParameter.isWellFormed(via)) {
            throw new MalformedLineException("via is not 1 to 32 of A-Z a-z 0-9 _ -");
        }
        return via;
    }
}
