package io.fortyeight.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People who were made up, and what they do. Most see a video once; some come back too soon; a few refresh as if
 * that helped, until they are frozen; robots look in. What is popular changes, so that places do.
 */
public final class Crowd {

    /**
     * A ping to send.
     *
     * @param campaign its index
     * @param platform null for a view
     * @param visitor null for a page that doesn't tell
     * @param asPixel whether it comes from a page without scripts
     */
    record CrowdPing(
            int campaign,
            @Nullable String platform,
            @Nullable String visitor,
            String address,
            String userAgent,
            boolean asPixel) {}

    private record Person(@Nullable String visitor, String address, String userAgent) {}

    private static final List<String> BROWSERS = List.of(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36",
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1",
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:145.0) Gecko/20100101 Firefox/145.0",
            "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36");
    private static final List<String> ROBOTS = List.of(
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
            "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)");
    private static final List<String> PLATFORMS =
            List.of("facebook", "whatsapp", "kakaotalk", "bluesky", "instagram", "copy", "email");

    private static final int REMEMBERED = 400;

    private final Random random = new Random();
    private final int campaigns;
    private final boolean isScripted;
    private final List<Person> refreshers = new ArrayList<>();
    private final List<Person> recent = new ArrayList<>();

    /**
     * @param refreshers among whom the flood is shared: the fewer, the sooner they are frozen
     * @param isScripted whether all campaign pages have the script: then everybody comes with an id, and nobody by a pixel
     */
    public Crowd(int campaigns, int refreshers, boolean isScripted) {
        this.campaigns = campaigns;
        this.isScripted = isScripted;
        for (int i = 0; i < refreshers; i++) {
            this.refreshers.add(newcomer());
        }
    }

    /** @param elapsedSeconds since the crowd began to come */
    CrowdPing next(double elapsedSeconds) {
        var lot = random.nextInt(100);
        if (lot < 7) {
            var index = random.nextInt(refreshers.size());
            return view(index % campaigns, refreshers.get(index), false);
        }
        var campaign = popular(elapsedSeconds);
        if (lot < 11) {
            return view(campaign, new Person(visitor(), address(), one(ROBOTS)), !isScripted);
        }
        if (lot < 20 && !recent.isEmpty()) {
            return view(campaign, one(recent), false);
        }
        var person = newcomer();
        if (lot < 28) {
            return new CrowdPing(
                    campaign, one(PLATFORMS), person.visitor(), person.address(), person.userAgent(), false);
        }
        remember(person);
        return view(campaign, person, person.visitor() == null);
    }

    private static CrowdPing view(int campaign, Person person, boolean asPixel) {
        return new CrowdPing(campaign, null, person.visitor(), person.address(), person.userAgent(), asPixel);
    }

    /** Every campaign has its waves, of different lengths. */
    private int popular(double elapsedSeconds) {
        var weights = new double[campaigns];
        var sum = 0.0;
        for (int i = 0; i < campaigns; i++) {
            weights[i] = 1 + 0.8 * Math.sin(2 * Math.PI * (elapsedSeconds / (25 + 9 * i) + i * 0.27));
            sum += weights[i];
        }
        var point = random.nextDouble() * sum;
        for (int i = 0; i < campaigns; i++) {
            point -= weights[i];
            if (point < 0) {
                return i;
            }
        }
        return campaigns - 1;
    }

    private Person newcomer() {
        return new Person(random.nextInt(10) == 0 ? visitor() : id(), address(), one(BROWSERS));
    }

    /** Of whoever has no script: null if there is such a page. */
    private @Nullable String visitor() {
        return isScripted ? id() : null;
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private void remember(Person person) {
        if (recent.size() < REMEMBERED) {
            recent.add(person);
        } else {
            recent.set(random.nextInt(REMEMBERED), person);
        }
    }

    private String address() {
        return (11 + random.nextInt(180)) + "." + random.nextInt(256) + "." + random.nextInt(256) + "."
                + (1 + random.nextInt(254));
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
