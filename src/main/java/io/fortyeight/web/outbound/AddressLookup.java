package io.fortyeight.web.outbound;

import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the addresses of a name. May wait as long as the system's resolver does. */
@FunctionalInterface
public interface AddressLookup {

    /**
     * @return one at least
     * @throws UnknownHostException when there is none
     */
    InetAddress[] all(String host) throws UnknownHostException;

    /** Asks the system. */
    @Singleton
    class Resolver implements AddressLookup {

        @Override
        public InetAddress[] all(String host) throws UnknownHostException {
            return InetAddress.getAllByName(host);
        }
    }
}
