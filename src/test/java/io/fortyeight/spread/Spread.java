package io.fortyeight.spread;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.TestContests;
import io.fortyeight.spread.SpreadLaw.Habit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.jspecify.annotations.Nullable;

/**
 * A campaign that spreads by {@link SpreadLaw}, played through the public endpoints in steps of simulated time; with all that
 * must not matter mixed in: previews, robots, those who click and leave, own clicks, loops, reloads, forged codes and codes
 * of another campaign. Who comes by whom depends on the seed alone, however requests overtake each other.
 */
final class Spread {

    static final String CAMPAIGN = "a";
    static final String OTHER_CAMPAIGN = "b";
    static final Duration STEP = Duration.ofMinutes(5);

    private static final int THREADS = 24;
    private static final int MAX_GENERATIONS = 100;
    private static final long SEEDS_COME_WITHIN_MILLIS = Duration.ofHours(1).toMillis();
    private static final long SHARES_WITHIN_MILLIS = Duration.ofMinutes(3).toMillis();
    private static final long CLICKS_WITHIN_MILLIS = Duration.ofMinutes(12).toMillis();
    private static final long RETURNS_WITHIN_MILLIS = Duration.ofMinutes(50).toMillis();

    private static final List<String> PREVIEWS = List.of(
            "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
            "Twitterbot/1.0",
            "Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)",
            "TelegramBot (like TwitterBot)",
            "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
            "WhatsApp/2.23.20.0 A");

    /** Lets the application's time go on to that much after the beginning. */
    interface Pace {
        void to(Duration sinceBeginning);
    }

    private record Event(long atMillis, long order, Runnable act) {}

    /** @param by who brought them, null for nobody */
    private record Person(
            Supporter supporter, int generation, @Nullable Person by, Queue<String> codes) {

        Person ancestor(int distance) {
            var ancestor = this;
            for (var i = 0; i < distance && ancestor.by() != null; i++) {
                ancestor = ancestor.by();
            }
            return ancestor;
        }
    }

    private final ProxiedClient client;
    private final String contest;
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::atMillis).thenComparingLong(Event::order));
    private final AtomicIntegerArray generations = new AtomicIntegerArray(MAX_GENERATIONS);
    private final AtomicIntegerArray byHabit = new AtomicIntegerArray(MAX_GENERATIONS * SpreadLaw.HABITS.size());
    private final AtomicInteger addresses = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger previews = new AtomicInteger();
    private final AtomicInteger robots = new AtomicInteger();
    private final Queue<String> codes = new ConcurrentLinkedQueue<>();
    private final String foreignCode;
    private long nowMillis;
    private long order;

    /** @param people who come by themselves */
    Spread(ProxiedClient client, String contest, long seed, int people) {
        this.client = client;
        this.contest = contest;
        this.foreignCode =
                newcomer(0x48).link(OTHER_CAMPAIGN, SpreadLaw.HABITS.get(0).platform());
        var random = new SplittableRandom(seed);
        for (var i = 0; i < people; i++) {
            var personal = random.nextLong();
            at(random.nextLong(SEEDS_COME_WITHIN_MILLIS), () -> arrive(personal, null, null));
        }
    }

    /** Plays it to its end: how long it took, in simulated time. */
    Duration play(Pace pace) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var end = Duration.ZERO;
            while (hasEvents()) {
                end = end.plus(STEP);
                playUntil(end.toMillis(), threads);
                pace.to(end);
            }
            return end;
        } finally {
            threads.shutdownNow();
        }
    }

    private void playUntil(long endMillis, ExecutorService threads) throws InterruptedException, ExecutionException {
        for (var due = due(endMillis); !due.isEmpty(); due = due(endMillis)) {
            var under = new ArrayList<Future<?>>();
            due.forEach(event -> under.add(threads.submit(event.act())));
            for (var each : under) {
                each.get();
            }
        }
        nowMillis = endMillis;
    }

    private synchronized boolean hasEvents() {
        return !events.isEmpty();
    }

    private synchronized List<Event> due(long endMillis) {
        var due = new ArrayList<Event>();
        while (!events.isEmpty() && events.element().atMillis() < endMillis) {
            due.add(events.remove());
        }
        return due;
    }

    /** Never before what led to it, and spread over the time that follows. */
    private synchronized void at(long delayMillis, Runnable act) {
        events.add(new Event(nowMillis + delayMillis, order++, act));
    }

    private Supporter newcomer(long personal) {
        var number = addresses.incrementAndGet();
        var address = "10." + (number >> 16) + "." + (number >> 8 & 0xFF) + "." + (number & 0xFF);
        return new Supporter(client, contest, address, "v-" + Long.toHexString(personal));
    }

    /** Somebody new comes, by a link or by themselves, and what they will do is drawn. */
    private void arrive(long personal, @Nullable Person by, @Nullable String code) {
        var random = new SplittableRandom(personal);
        var person =
                new Person(newcomer(personal), by == null ? 0 : by.generation() + 1, by, new ConcurrentLinkedQueue<>());
        var supporter = person.supporter();
        var via = code == null ? unfounded(random) : supporter.follow(code);
        assertThat(supporter.view(CAMPAIGN, via)).isEqualTo("counted");
        generations.incrementAndGet(person.generation());
        requests.addAndGet(2);
        for (var habit : SpreadLaw.HABITS) {
            if (random.nextDouble() < habit.shares()) {
                var clicks = SpreadLaw.poisson(random, SpreadLaw.clicks(habit, person.generation()));
                var seed = random.nextLong();
                at(random.nextLong(SHARES_WITHIN_MILLIS), () -> share(person, habit, clicks, seed));
            }
        }
        if (random.nextInt(4) == 0) {
            at(random.nextLong(RETURNS_WITHIN_MILLIS), () -> comeBack(person));
        }
        if (random.nextInt(10) == 0) {
            var which = random.nextInt(1_000);
            at(random.nextLong(RETURNS_WITHIN_MILLIS), () -> wander(person, which));
        }
    }

    /** Most who come by themselves carry nothing; some carry what is worth nothing. */
    private @Nullable String unfounded(SplittableRandom random) {
        return switch (random.nextInt(12)) {
            case 0 -> "guessed" + random.nextInt(1_000);
            case 1 -> foreignCode;
            default -> null;
        };
    }

    private void share(Person person, Habit habit, int clicks, long seed) {
        var random = new SplittableRandom(seed);
        var supporter = person.supporter();
        var code = supporter.link(CAMPAIGN, habit.platform());
        supporter.share(CAMPAIGN, habit.platform());
        requests.addAndGet(2);
        person.codes().add(code);
        codes.add(code);
        preview(random, code);
        for (var i = 0; i < clicks; i++) {
            var personal = random.nextLong();
            var comes = random.nextDouble() < habit.comes();
            at(random.nextLong(CLICKS_WITHIN_MILLIS), () -> {
                if (comes) {
                    byHabit.incrementAndGet(
                            person.generation() * SpreadLaw.HABITS.size() + SpreadLaw.HABITS.indexOf(habit));
                    arrive(personal, person, code);
                } else {
                    newcomer(personal).follow(code);
                    requests.incrementAndGet();
                }
            });
        }
        if (random.nextInt(10) == 0) {
            at(random.nextLong(CLICKS_WITHIN_MILLIS), () -> again(supporter, code));
        }
        if (random.nextInt(8) == 0) {
            var distance = 1 + random.nextInt(4);
            at(
                    random.nextLong(CLICKS_WITHIN_MILLIS),
                    () -> again(person.ancestor(distance).supporter(), code));
        }
        if (random.nextInt(8) == 0) {
            var personal = random.nextLong();
            at(random.nextLong(CLICKS_WITHIN_MILLIS), () -> {
                var robot = newcomer(personal).withUserAgent(TestContests.ROBOT);
                robot.open(code);
                assertThat(robot.view(CAMPAIGN, code)).isEqualTo("robot");
                robots.incrementAndGet();
                requests.addAndGet(2);
            });
        }
    }

    private void preview(SplittableRandom random, String code) {
        var fetcher = newcomer(random.nextLong()).withUserAgent(PREVIEWS.get(random.nextInt(PREVIEWS.size())));
        var answer = fetcher.open(code);
        assertThat(answer.status()).as(fetcher.userAgent()).isEqualTo(200);
        assertThat(answer.body()).contains("og:title");
        requests.incrementAndGet();
        if (random.nextInt(4) == 0) {
            assertThat(fetcher.view(CAMPAIGN, code)).as(fetcher.userAgent()).isEqualTo("robot");
            previews.incrementAndGet();
            requests.incrementAndGet();
        }
    }

    private void again(Supporter supporter, String code) {
        supporter.come(CAMPAIGN, code);
        requests.addAndGet(2);
    }

    /** Without a link, and at once once more. */
    private void comeBack(Person person) {
        person.supporter().view(CAMPAIGN, null);
        person.supporter().view(CAMPAIGN, null);
        requests.addAndGet(2);
    }

    /** By the link of somebody else, whoever that is. */
    private void wander(Person person, int which) {
        codes.stream()
                .skip(which % Math.max(1, codes.size()))
                .findFirst()
                .ifPresent(code -> again(person.supporter(), code));
    }

    /** How many visitors there were in each generation. */
    List<Integer> generations() {
        var sizes = new ArrayList<Integer>();
        for (var i = 0; i < MAX_GENERATIONS && generations.get(i) > 0; i++) {
            sizes.add(generations.get(i));
        }
        return sizes;
    }

    /** How many visitors those of a generation brought by a platform. */
    int brought(int generation, Habit habit) {
        return byHabit.get(generation * SpreadLaw.HABITS.size() + SpreadLaw.HABITS.indexOf(habit));
    }

    int visitors() {
        return generations().stream().mapToInt(Integer::intValue).sum();
    }

    /** Pings by robots and by fetchers of previews. */
    int robots() {
        return robots.get() + previews.get();
    }

    int requests() {
        return requests.get();
    }
}
