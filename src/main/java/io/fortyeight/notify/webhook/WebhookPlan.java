package io.fortyeight.notify.webhook;

import io.fortyeight.notify.outbox.EventType;
import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.form.Violations;
import io.fortyeight.web.outbound.Target;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that may be. Whether its address is public is looked at when something is sent, for a name may mean another
 * address by then.
 *
 * @param events each once; null means all
 */
record WebhookPlan(Target target, @Nullable List<String> events) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400, naming every wrong field */
    static WebhookPlan read(NewWebhook request) {
        var violations = new Violations();
        var target = Target.parse(request.url());
        if (target.isEmpty()) {
            violations.add("url", ViolationMessages::endpoint);
        }
        var events = events(request.events(), violations);
        violations.throwIfAny();
        return new WebhookPlan(target.orElseThrow(), events);
    }

    private static @Nullable List<String> events(@Nullable List<@Nullable String> events, Violations violations) {
        if (events == null) {
            return null;
        }
        var known = EventType.wires();
        if (events.isEmpty() || events.size() > known.size()) {
            violations.add("events", "must be 1 to " + known.size() + ", or left out for all");
            return null;
        }
        for (var i = 0; i < events.size(); i++) {
            if (!known.contains(Objects.requireNonNullElse(events.get(i), ""))) {
                violations.add("events[" + i + "]", messages -> messages.oneOf(String.join(", ", known)));
            }
        }
        return List.copyOf(new LinkedHashSet<>(events.stream()
                .map(type -> Objects.requireNonNullElse(type, ""))
                .toList()));
    }
}
