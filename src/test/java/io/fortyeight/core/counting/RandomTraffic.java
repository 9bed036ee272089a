package io.fortyeight.core.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Mixed traffic that crowds on the boundaries of a card's durations; the same for the same seed. */
final class RandomTraffic {

    private static final Platform[] PLATFORMS = {Platform.TWITTER, Platform.FACEBOOK, Platform.OTHER};

    private final Random random;
    private final VotingWindow window;
    private final List<Long> durations = new ArrayList<>();
    private final List<Ping> pings = new ArrayList<>();
    private final int visitors;
    private final int campaigns;
    private final int networks;
    private long now;

    RandomTraffic(Random random, VotingWindow window, RulesCard card) {
        this.random = random;
        this.window = window;
        if (card.repeat() != null) {
            durations.add(card.repeat().withinMillis());
        }
        if (card.cap() != null) {
            durations.add(card.cap().slotMillis());
        }
        if (card.freeze() != null) {
            durations.add(card.freeze().withinMillis());
            durations.add(card.freeze().lastsMillis());
        }
        if (card.network() != null) {
            durations.add(card.network().slotMillis());
        }
        if (durations.isEmpty()) {
            durations.add(30_000L);
        }
        this.visitors = 1 + random.nextInt(5);
        this.campaigns = 1 + random.nextInt(3);
        this.networks = 1 + random.nextInt(3);
        this.now = window.opensAtMillis() - 2;
    }

    /** A card with random parts, some of them off, and durations of at most 200 ms. */
    static RulesCard card(Random random) {
        return Script.only(
                random.nextInt(4) == 0
                        ? null
                        : new RulesCard.Repeat(
                                RulesCard.RepeatMode.values()[random.nextInt(2)], 1 + random.nextInt(60)),
                random.nextInt(4) == 0 ? null : new RulesCard.Cap(1 + random.nextInt(200), 1 + random.nextInt(3)),
                random.nextInt(4) == 0
                        ? null
                        : new RulesCard.Freeze(1 + random.nextInt(6), 1 + random.nextInt(200), 1 + random.nextInt(200)),
                random.nextInt(4) == 0 ? null : new RulesCard.Network(1 + random.nextInt(200), 1 + random.nextInt(5)));
    }

    /** At least {@code count} pings. */
    List<Ping> pings(int count) {
        while (pings.size() < count) {
            int choice = random.nextInt(60);
            if (choice == 0) {
                burst();
            } else if (choice == 1) {
                pings.add(ping(window.closesAtMillis() - 1 + random.nextInt(3)));
            } else {
                advance();
                pings.add(ping(random.nextInt(10) == 0 ? now - Math.abs(step()) : now));
            }
        }
        return pings;
    }

    /** One visitor keeps refreshing one item. */
    private void burst() {
        Ping first = ping(now);
        long step = Math.max(1, shortest() / 40);
        for (int i = random.nextInt(35); i >= 0; i--) {
            now += random.nextLong(step + 1);
            pings.add(new Ping(now, first.item(), first.visitor(), first.network(), false));
        }
    }

    /** Many new visitors come from one network. */
    void crowd(int size) {
        for (int i = 0; i < size; i++) {
            now += random.nextInt(2);
            pings.add(new Ping(now, Item.view(0), Script.visitor(1_000 + i), Script.network(0), false));
        }
    }

    private void advance() {
        now += Math.max(-1, step());
        if (now > window.closesAtMillis() + 1) {
            now = window.closesAtMillis() + 1 - random.nextLong(shortest() + 2);
        }
    }

    private long step() {
        long duration = durations.get(random.nextInt(durations.size()));
        return switch (random.nextInt(8)) {
            case 0 -> duration - 1 + random.nextInt(3);
            case 1 -> {
                long intoSlot = Math.floorMod(now - window.opensAtMillis(), duration);
                yield duration - intoSlot - 1 + random.nextInt(3);
            }
            case 2 -> random.nextLong(duration + 1);
            case 3 -> 0;
            case 4 -> 1;
            default -> random.nextLong(shortest() / 3 + 1);
        };
    }

    private long shortest() {
        return durations.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    private Ping ping(long at) {
        return new Ping(at, item(), Script.visitor(random.nextInt(visitors)), network(), random.nextInt(25) == 0);
    }

    Item item() {
        int campaign = random.nextInt(campaigns);
        return random.nextInt(3) == 0
                ? Item.share(campaign, PLATFORMS[random.nextInt(PLATFORMS.length)])
                : Item.view(campaign);
    }

    private @Nullable NetworkKey network() {
        int number = random.nextInt(networks + 1);
        return number == networks ? null : Script.network(number);
    }
}
