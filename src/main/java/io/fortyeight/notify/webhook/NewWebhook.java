package io.fortyeight.notify.webhook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint as an organizer states it; nothing of it is checked yet.
 *
 * @param events the types that are sent, for instance {@code contest.certified}; without them all
 */
record NewWebhook(@Nullable String url, @Nullable List<@Nullable String> events) {}
