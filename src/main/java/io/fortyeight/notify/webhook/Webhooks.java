package io.fortyeight.notify.webhook;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.data.Database;
import io.fortyeight.web.data.StoredJson;
import io.fortyeight.web.http.Problems;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What organizers do to endpoints. Every method waits for the database. */
@Singleton
class Webhooks {

    private static final int MAX_ENDPOINTS = 20;

    /** Each makes every delivery's header longer. */
    private static final int MAX_SECRETS = 5;

    private static final String TEST_EVENT = "webhook.test";

    private final Clock clock;
    private final Database database;
    private final WrappingKey key;
    private final WebhookConfig config;
    private final StoredJson json;

    Webhooks(Clock clock, Database database, WrappingKey key, WebhookConfig config, StoredJson json) {
        this.clock = clock;
        this.database = database;
        this.key = key;
        this.config = config;
        this.json = json;
    }

    /** A new endpoint and its secret, which exists in the clear only in this answer. */
    record Registered(Webhook webhook, String secret) {}

    /** A new secret, and until when those before it go on signing. */
    record Rotated(String secret, Instant formerExpireAt) {}

    private record TestEvent(String type, Instant timestamp, Data data) {
        record Data(String contest, String name) {}
    }

    @Transactional
    Registered register(ContestDetails contest, WebhookPlan plan) {
        lockContest(contest);
        if (Webhook.count("contestId", contest.id()) >= MAX_ENDPOINTS) {
            throw Problems.conflict("A contest has " + MAX_ENDPOINTS + " endpoints at most");
        }
        var webhook = new Webhook(contest.id(), plan, clock.instant());
        webhook.persist();
        return new Registered(webhook, newSecret(webhook));
    }

    /** So that two who register at once are not both the last who may. */
    private void lockContest(ContestDetails contest) {
        database.sql("SELECT FROM contest WHERE id = ? FOR NO KEY UPDATE", contest.id())
                .exists();
    }

    private String newSecret(Webhook webhook) {
        var secret = SigningSecret.random();
        new WebhookSecret(webhook.id, key.wrap(secret.bytes())).persist();
        return secret.text();
    }

    @Transactional
    List<Webhook> all(ContestDetails contest) {
        return Webhook.ofContest(contest.id());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 when the contest has no such endpoint */
    @Transactional
    Webhook find(ContestDetails contest, UUID id) {
        return Webhook.find(contest.id(), id).orElseThrow(() -> Problems.notFound("There is no webhook " + id));
    }

    /** With its secrets, its deliveries and their log. */
    @Transactional
    void delete(ContestDetails contest, UUID id) {
        find(contest, id).delete();
    }

    @Transactional
    Rotated rotate(ContestDetails contest, UUID id) {
        var webhook = find(contest, id);
        Webhook.getEntityManager().lock(webhook, LockModeType.PESSIMISTIC_WRITE);
        var now = clock.instant();
        WebhookSecret.deleteExpired(id, now);
        var former = WebhookSecret.valid(id, now);
        if (former.size() >= MAX_SECRETS) {
            throw Problems.conflict(MAX_SECRETS + " secrets are valid already: wait for the first of them to expire");
        }
        var expireAt = now.plus(config.keepFormerSecrets());
        former.stream().filter(secret -> secret.expiresAt == null).forEach(secret -> secret.expiresAt = expireAt);
        return new Rotated(newSecret(webhook), expireAt);
    }

    /** Sends an event that tells of nothing, whichever types the endpoint asked for. */
    @Transactional
    Delivery test(ContestDetails contest, UUID id) {
        var webhook = enabled(contest, id);
        var now = clock.instant();
        var event = new TestEvent(TEST_EVENT, now, new TestEvent.Data(contest.slug(), contest.name()));
        var delivery = new Delivery(webhook.id, UUID.randomUUID(), TEST_EVENT, json.text(event), now);
        delivery.persist();
        return delivery;
    }

    /** Sends an event again, with the same id, by a schedule that begins anew. */
    @Transactional
    void redeliver(ContestDetails contest, UUID id, UUID deliveryId) {
        enabled(contest, id);
        Delivery.lock(id, deliveryId)
                .orElseThrow(() -> Problems.notFound("There is no delivery " + deliveryId))
                .begin(clock.instant());
    }

    private Webhook enabled(ContestDetails contest, UUID id) {
        var webhook = find(contest, id);
        if (webhook.disabledAt != null) {
            throw Problems.conflict("The endpoint has answered 410 and gets no more: delete it, and register it anew");
        }
        return webhook;
    }
}
