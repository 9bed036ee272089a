package io.fortyeight.ledger.writer;

import io.fortyeight.account.secret.WrappingKey;
import io.fortyeight.ledger.store.LedgerCodes;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Receipts: {@code partition.sequence.mac}, by which a page can show that its ping was taken, and nobody can make one up.
 *
 * <p>The mac is the first 96 bits of an HMAC-SHA256 over contest, partition, sequence and verdict, in URL-safe Base64; its
 * key is derived from the installation's, so that receipts outlive the contest's secret.
 */
@ApplicationScoped
public class Receipts {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int MAC_BYTES = 12;
    private static final int INPUT_BYTES = Integer.BYTES + Integer.BYTES + Long.BYTES + 1;

    private final WrappingKey key;

    /** Has its key and is only ever cloned: cheaper than starting anew, and nobody waits for a lock. */
    private volatile @Nullable Mac keyed;

    Receipts(WrappingKey key) {
        this.key = key;
    }

    void start(@Observes @Priority(WrappingKey.READY + 1) StartupEvent event) throws GeneralSecurityException {
        var mac = Mac.getInstance(ALGORITHM);
        mac.init(new SecretKeySpec(key.derive("fortyeight receipts"), ALGORITHM));
        keyed = mac;
    }

    /** The receipt of a ping that is in the ledger. */
    public String of(int contestId, Answer answer) {
        var input = ByteBuffer.allocate(INPUT_BYTES)
                .putInt(contestId)
                .putInt(answer.partition())
                .putLong(answer.sequence())
                .put((byte) LedgerCodes.verdict(answer.verdict()));
        var mac = Arrays.copyOf(mac().doFinal(input.array()), MAC_BYTES);
        return answer.partition() + "." + answer.sequence() + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private Mac mac() {
        var ready = keyed;
        if (ready == null) {
            throw new IllegalStateException("There are no receipts before the application has started");
        }
        try {
            return (Mac) ready.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new AssertionError("The JDK's own HMAC can be cloned", impossible);
        }
    }
}
