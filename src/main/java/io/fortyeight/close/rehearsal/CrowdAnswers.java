package io.fortyeight.close.rehearsal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.BitSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the crowd was told of its pings. Safe for use by many threads. */
final class CrowdAnswers {

    private static final int ACCEPTED = 202;
    private static final int SHED = 429;

    private final ObjectMapper json;
    private final BitSet sequences = new BitSet();
    private final Map<String, Long> refusals = new TreeMap<>();
    private long acknowledged;
    private long late;
    private long shed;
    private long twice;
    private long lastInTime;

    CrowdAnswers(ObjectMapper json) {
        this.json = json;
    }

    /**
     * What has been told so far.
     *
     * @param acknowledged pings with a receipt
     * @param late of all pings, with a receipt or, after certification, without one
     * @param shed turned away as a flood
     * @param refusals all other pings that were not taken, by what they got
     * @param sequencesTwice receipts for an entry that another ping has one for
     * @param lastSequence the highest of all receipts
     * @param lastSequenceInTime the highest of those that are not late
     */
    record Sums(
            long acknowledged,
            long late,
            long shed,
            Map<String, Long> refusals,
            long sequencesTwice,
            long lastSequence,
            long lastSequenceInTime) {

        /** Everything but the floods. */
        long refusedInEarnest() {
            return refusals.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    synchronized Sums sums() {
        return new Sums(acknowledged, late, shed, Map.copyOf(refusals), twice, sequences.length() - 1L, lastInTime);
    }

    /** @param answer null when there was none */
    void ended(@Nullable HttpResponse<String> answer) {
        if (answer == null) {
            refused("no answer");
        } else if (answer.statusCode() == ACCEPTED) {
            taken(answer.body());
        } else if (answer.statusCode() == SHED) {
            synchronized (this) {
                shed++;
            }
        } else {
            refused("status " + answer.statusCode());
        }
    }

    private void taken(String body) {
        JsonNode told;
        try {
            told = json.readTree(body);
        } catch (JsonProcessingException malformed) {
            refused("an answer that is no JSON");
            return;
        }
        var isLate = told.path("reason").asText().equals("late");
        var receipt = told.path("receipt").asText();
        synchronized (this) {
            if (isLate) {
                late++;
            }
            if (!receipt.isEmpty()) {
                acknowledged(sequence(receipt), isLate);
            }
        }
    }

    private void acknowledged(int sequence, boolean isLate) {
        acknowledged++;
        if (sequences.get(sequence)) {
            twice++;
        }
        sequences.set(sequence);
        if (!isLate) {
            lastInTime = Math.max(lastInTime, sequence);
        }
    }

    /** Of {@code partition.sequence.mac}; a rehearsal has far fewer entries than an int can count. */
    private static int sequence(String receipt) {
        return Integer.parseInt(receipt.substring(receipt.indexOf('.') + 1, receipt.lastIndexOf('.')));
    }

    private synchronized void refused(String by) {
        refusals.merge(by, 1L, Long::sum);
    }
}
