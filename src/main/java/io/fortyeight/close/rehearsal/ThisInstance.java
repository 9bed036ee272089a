package io.fortyeight.close.rehearsal;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;

/** Where to reach this very instance, and no other one. */
public final class ThisInstance {

    private ThisInstance() {}

    /** The address where a request came in: behind a proxy, its name may lead to another instance. */
    public static URI address(HttpServerRequest request) {
        var address = request.localAddress();
        var host = address.hostAddress();
        return URI.create((request.isSSL() ? "https://" : "http://") + (host.contains(":") ? "[" + host + "]" : host)
                + ":" + address.port());
    }
}
