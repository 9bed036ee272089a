package io.fortyeight.contest.trust;

import io.fortyeight.web.http.Problems;
import io.fortyeight.web.page.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is wrong with what somebody stated, field by field: in English for programs, in their language for people. */
public final class Faults {

    private record Fault(String field, Function<TrustMessages, String> text) {}

    private final List<Fault> found = new ArrayList<>();

    /** @param field its path, for instance {@code costs[2].share} */
    public void add(String field, Function<TrustMessages, String> text) {
        found.add(new Fault(field, text));
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** The first one of each field. */
    public Map<String, String> in(TrustMessages messages) {
        var texts = new LinkedHashMap<String, String>();
        found.forEach(fault -> texts.putIfAbsent(fault.field(), fault.text().apply(messages)));
        return texts;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 that names every wrong field, if there is one */
    void throwIfAny() {
        if (!found.isEmpty()) {
            var english = Language.ENGLISH.messages(TrustMessages.class);
            throw Problems.invalid(found.stream()
                    .map(fault -> Problems.inBody(fault.field(), fault.text().apply(english)))
                    .toList());
        }
    }
}
