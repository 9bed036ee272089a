package io.fortyeight.web.http;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a page may send somebody on to: never to another server. */
public final class LocalPath {

    /**
     * One slash, then neither a second one nor a backslash, which browsers take for one: either would name a server. Nothing
     * that browsers drop, such as tabs and line breaks; they would bring two slashes together.
     */
    private static final Pattern LOCAL = Pattern.compile("/(?![/\\\\])[\\x21-\\x5b\\x5d-\\x7e]*");

    private static final int MAX_CHARACTERS = 2_000;

    private LocalPath() {}

    /** The path with its query, if it is one of this server. */
    public static Optional<String> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .filter(path ->
                        path.length() <= MAX_CHARACTERS && LOCAL.matcher(path).matches());
    }
}
