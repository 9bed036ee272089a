package io.fortyeight.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who comes to the demonstration, and what they do. Most see a video once; some come back too soon; a few refresh as if
 * that helped, until they are frozen; robots look in. What is popular changes, so that places do.
 */
final class DemoCrowd {

    /**
     * A ping to send.
     *
     * @param campaign its index
     * @param platform null for a view
     * @param visitor null for a page that doesn't tell
     * @param asPixel whether it comes from a page without scripts
     */
    record DemoPing(
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

    private static final int REFRESHERS = 6;
    private static final int REMEMBERED = 400;

    private final Random random = new Random();
    private final int campaigns;
    private final List<Person> refreshers = new ArrayList<>();
    private final List<Person> recent = new ArrayList<>();

    DemoCrowd(int campaigns) {
        this.campaigns = campaigns;
        for (int i = 0; i < REFRESHERS; i++) {
            refreshers.add(newcomer());
        }
    }

    /** @param elapsedSeconds since the crowd began to come */
    DemoPing next(double elapsedSeconds) {
        var lot = random.nextInt(100);
        if (lot < 7) {
            var index = random.nextInt(REFRESHERS);
            return view(index % campaigns, refreshers.get(index), false);
        }
        var campaign = popular(elapsedSeconds);
        if (lot < 11) {
            return view(campaign, new Person(null, address(), one(ROBOTS)), true);
        }
        if (lot < 20 && !recent.isEmpty()) {
            return view(campaign, one(recent), false);
        }
        var person = newcomer();
        if (lot < 28) {
            return new DemoPing(
                    campaign, one(PLATFORMS), person.visitor(), person.address(), person.userAgent(), false);
        }
        remember(person);
        return view(campaign, person, person.visitor() == null);
    }

    private static DemoPing view(int campaign, Person person, boolean asPixel) {
        return new DemoPing(campaign, null, person.visitor(), person.address(), person.userAgent(), asPixel);
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
        var visitor = random.nextInt(10) == 0 ? null : UUID.randomUUID().toString();
        return new Person(visitor, address(), one(BROWSERS));
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
