package io.fortyeight.web.form;

import io.fortyeight.web.page.Language;
import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.Response.Status;
import java.util.function.Function;

/** A problem that is about no field. Programs get its English text; a form can say it in its reader's language. */
@SuppressWarnings("serial") // Thrown and caught in one request.
public final class WordedProblem extends HttpProblem {

    private final Wording onForms;

    private WordedProblem(Status status, Wording text, Wording onForms) {
        super(HttpProblem.builder()
                .withTitle(status.getReasonPhrase())
                .withStatus(status)
                .withDetail(text.in(Language.ENGLISH)));
        this.onForms = onForms;
    }

    /** 409: right at another time, or in another state. */
    public static <B> WordedProblem conflict(Class<B> bundle, Function<B, String> text) {
        return of(Status.CONFLICT, bundle, text);
    }

    /** 409 that forms say in more words than the API. */
    public static <B> WordedProblem conflict(Class<B> bundle, Function<B, String> text, Function<B, String> onForms) {
        return new WordedProblem(Status.CONFLICT, Wording.of(bundle, text), Wording.of(bundle, onForms));
    }

    /** 404. */
    public static <B> WordedProblem notFound(Class<B> bundle, Function<B, String> text, Function<B, String> onForms) {
        return new WordedProblem(Status.NOT_FOUND, Wording.of(bundle, text), Wording.of(bundle, onForms));
    }

    public static <B> WordedProblem of(Status status, Class<B> bundle, Function<B, String> text) {
        var wording = Wording.of(bundle, text);
        return new WordedProblem(status, wording, wording);
    }

    Wording onForms() {
        return onForms;
    }
}
