package io.fortyeight.site.desk;

import io.fortyeight.contest.api.ContestPlan;
import io.fortyeight.contest.api.ContestService;
import io.fortyeight.contest.rules.RobotsVersion;
import io.fortyeight.contest.rules.RulesReader;
import io.fortyeight.core.counting.RulesCard;
import io.fortyeight.web.form.Form;
import io.fortyeight.web.page.PageLayout;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The form of a contest, new or edited, with what it means beside it. */
@Singleton
class ContestForms {

    @CheckedTemplate(basePath = "site/desk")
    static class Templates {

        private Templates() {}

        static native TemplateInstance contestForm(
                PageLayout shell, Target target, Form form, ContestCheck check, boolean isPreview, List<String> zones);
    }

    /**
     * Where the form goes.
     *
     * @param slug of the contest that is edited; null for a new one
     */
    record Target(@Nullable String slug, String save, String preview) {

        static final Target NEW = new Target(null, "/desk/contests", "/desk/new/preview");

        static Target edit(String slug) {
            var page = "/desk/contests/" + slug + "/edit";
            return new Target(slug, page, page + "/preview");
        }
    }

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || (id.contains("/") && !id.matches("(SystemV|Etc)/.*")))
            .sorted()
            .toList();

    private final ContestService organizing;
    private final RobotsVersion robots;
    private final Clock clock;
    private final DeskResponses answers;

    ContestForms(ContestService organizing, RobotsVersion robots, Clock clock, DeskResponses answers) {
        this.organizing = organizing;
        this.robots = robots;
        this.clock = clock;
        this.answers = answers;
    }

    /** The form as it is begun with. */
    Response begun(HttpHeaders headers, Target target, Form form) {
        return DeskResponses.page(headers, template(headers, target, form, false));
    }

    /** Shows what a form means; stores nothing. */
    Response previewed(HttpHeaders headers, Target target, Form form) {
        var shown = form;
        try {
            organizing.plan(ContestForm.toLookAt(form));
        } catch (HttpProblem problem) {
            shown = form.refused(problem);
        }
        return DeskResponses.page(headers, template(headers, target, shown, true));
    }

    /** The form again, with what was typed and what is wrong with it. */
    Response wrong(HttpHeaders headers, Target target, Form form, HttpProblem problem) {
        var wrong = form.refused(problem);
        return DeskResponses.page(wrong.status(), headers, template(headers, target, wrong, false));
    }

    private TemplateInstance template(HttpHeaders headers, Target target, Form form, boolean isPreview) {
        var plan = plan(form);
        var check = ContestCheck.of(
                plan, plan == null ? card(form) : plan.rules(), clock.instant(), DeskResponses.words(headers));
        return Templates.contestForm(answers.shell(), target, form, check, isPreview, ZONES);
    }

    private @Nullable ContestPlan plan(Form form) {
        try {
            return organizing.plan(ContestForm.toLookAt(form));
        } catch (HttpProblem notYet) {
            return null;
        }
    }

    /** The card alone, while the window is not stated yet. */
    private @Nullable RulesCard card(Form form) {
        try {
            return RulesReader.read(RulesForm.json(form), Duration.ofDays(366), robots.robots());
        } catch (HttpProblem notYet) {
            return null;
        }
    }
}
