package io.fortyeight.web.http;

import io.vertx.core.http.HttpServerRequest;

/** Which network a request comes from, behind proxies or not. */
public interface ClientNetworks {

    /** The same bytes for requests from one network, others for another's. Never to be stored or logged as they are. */
    byte[] of(HttpServerRequest request);
}
