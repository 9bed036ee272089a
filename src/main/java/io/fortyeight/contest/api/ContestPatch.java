package io.fortyeight.contest.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fortyeight.web.http.JsonProblems;
import io.fortyeight.web.http.Problems;
import jakarta.inject.Singleton;
import org.jspecify.annotations.Nullable;

/**
 * Applies an edit to a contest as it was stated, by RFC 7396: members replace, null takes away. A duration replaces
 * {@code closesAt} and the other way round. {@code rules} are left to {@link RulesReader}.
 */
@Singleton
class ContestPatch {

    private final ObjectMapper json;

    ContestPatch(ObjectMapper json) {
        this.json = json;
    }

    NewContest apply(NewContest stated, @Nullable JsonNode patch) {
        if (!(patch instanceof ObjectNode given)) {
            throw Problems.badRequest("The body must be a JSON object");
        }
        ObjectNode merged = json.valueToTree(stated);
        if (given.hasNonNull("duration")) {
            merged.remove("closesAt");
        }
        if (given.hasNonNull("closesAt")) {
            merged.remove("duration");
        }
        merged.remove("rules");
        given.properties().forEach(member -> merged.set(member.getKey(), member.getValue()));
        try {
            return json.treeToValue(merged, NewContest.class);
        } catch (JsonProcessingException failure) {
            throw JsonProblems.of(failure);
        }
    }
}
