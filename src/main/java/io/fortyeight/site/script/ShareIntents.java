package io.fortyeight.site.script;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fortyeight.core.counting.Platform;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How to share to each platform: one file, of which pages and the script are made. The networks' addresses change now and
 * then; see {@code docs/share-buttons.md}.
 */
@Named
@Singleton
public class ShareIntents {

    private static final String FILE = "share-intents.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<ShareIntent> all = read();
    private final Map<Platform, ShareIntent> byPlatform =
            all.stream().collect(Collectors.toUnmodifiableMap(ShareIntent::to, Function.identity()));

    /** In the order in which buttons stand. */
    public List<ShareIntent> all() {
        return all;
    }

    public ShareIntent to(Platform platform) {
        var intent = byPlatform.get(platform);
        if (intent == null) {
            throw new IllegalStateException("Nothing says how to share to " + platform);
        }
        return intent;
    }

    /** What campaigns' pages here have buttons for. */
    public List<Platform> getButtons() {
        return all.stream().filter(ShareIntent::isButton).map(ShareIntent::to).toList();
    }

    /** The addresses by platform as an object of JavaScript, as short as can be. */
    static String forScript() {
        var addresses = new LinkedHashMap<String, String>();
        for (var intent : read()) {
            if (intent.address() != null) {
                addresses.put(intent.platform(), intent.address());
            }
        }
        try {
            return JSON.writeValueAsString(addresses);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static List<ShareIntent> read() {
        try (var file = ShareIntents.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException("The file " + FILE + " is missing from this build");
            }
            return List.copyOf(JSON.readValue(file, new TypeReference<List<ShareIntent>>() {}));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
