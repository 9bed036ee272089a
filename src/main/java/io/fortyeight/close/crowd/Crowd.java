package io.fortyeight.close.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * People who were made up, and what they do. Most see a video once; some come back too soon; a few refresh as if
 * that helped, until they are frozen; robots look in. Some share what they saw, and friends come by their links. What is
 * popular changes, so that places do.
 */
public final class Crowd {

    /**
     * A ping to send.
     *
     * @param campaign its index
     * @param platform null for a view
     * @param visitor null for a page that doesn't tell
     * @param via the code of the share link that brought the visitor; null for none
     * @param asPixel whether it comes from a page without scripts
     */
    record CrowdPing(
            int campaign,
            @Nullable String platform,
            @Nullable String visitor,
            @Nullable String via,
            String address,
            String userAgent,
            boolean asPixel) {}

    private record Fan(int campaign, Person person) {}

    private record Shared(int campaign, String code) {}

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

    /** Links that people still come by; posts are soon forgotten. */
    private static final int LINKS = 60;

    /** Of a hundred newcomers, where there are links. */
    private static final int BROUGHT = 45;

    private final Random random = new Random();
    private final int campaigns;
    private final boolean isScripted;
    private final List<Person> refreshers = new ArrayList<>();
    private final List<Fan> recent = new ArrayList<>();

    /** Links are made while the crowd goes on. */
    private final List<Shared> shared = new CopyOnWriteArrayList<>();

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
            return view(campaign, one(recent).person(), false);
        }
        if (lot < 28) {
            var fan = recent.isEmpty() ? new Fan(campaign, newcomer()) : one(recent);
            var person = fan.person();
            return new CrowdPing(
                    fan.campaign(),
                    one(PLATFORMS),
                    person.visitor(),
                    null,
                    person.address(),
                    person.userAgent(),
                    false);
        }
        var links = List.copyOf(shared);
        var link = links.isEmpty() || random.nextInt(100) >= BROUGHT ? null : one(links);
        var fan = new Fan(link == null ? campaign : link.campaign(), newcomer());
        remember(fan);
        return view(
                fan.campaign(),
                fan.person(),
                link == null ? null : link.code(),
                fan.person().visitor() == null);
    }

    /** From now on friends come by this link. May be called by any thread. */
    void share(int campaign, String code) {
        shared.add(new Shared(campaign, code));
        if (shared.size() > LINKS) {
            shared.remove(0);
        }
    }

    private static CrowdPing view(int campaign, Person person, boolean asPixel) {
        return view(campaign, person, null, asPixel);
    }

    private static CrowdPing view(int campaign, Person person, @Nullable String via, boolean asPixel) {
        return new CrowdPing(campaign, null, person.visitor(), via, person.address(), person.userAgent(), asPixel);
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

    private void remember(Fan fan) {
        if (recent.size() < REMEMBERED) {
            recent.add(fan);
        } else {
            recent.set(random.nextInt(REMEMBERED), fan);
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
