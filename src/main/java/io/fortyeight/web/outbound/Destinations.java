package io.fortyeight.web.outbound;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Finds the addresses behind a name, and refuses those that only this machine and its networks can reach. Whoever connects
 * does so to an address that was found here, so that a name can't turn into a private address between check and connection.
 */
@Singleton
public class Destinations {

    private final AddressLookup addresses;
    private final Predicate<InetAddress> isPublic;

    @Inject
    public Destinations(AddressLookup addresses) {
        this(addresses, PublicAddress::is);
    }

    /** @param isPublic which addresses anyone may be at */
    public Destinations(AddressLookup addresses, Predicate<InetAddress> isPublic) {
        this.addresses = addresses;
        this.isPublic = isPublic;
    }

    /**
     * Waits for the look-up.
     *
     * @return one address at least
     * @throws RefusedTargetException when there is none, or when one of them is not public and that matters
     */
    public InetAddress[] find(Target target, boolean allowPrivate) throws RefusedTargetException {
        try {
            var found = addresses.all(target.host());
            var refused = Arrays.stream(found)
                    .filter(address -> !allowPrivate && !isPublic.test(address))
                    .findFirst();
            if (refused.isPresent()) {
                throw new RefusedTargetException(
                        "The address " + refused.get().getHostAddress() + " of " + target.host() + " is not public");
            }
            return found;
        } catch (UnknownHostException unknown) {
            throw new RefusedTargetException("The name " + target.host() + " has no address");
        }
    }
}
