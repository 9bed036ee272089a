package io.fortyeight.account.token;

import io.fortyeight.web.http.Problems;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** 401 as a problem. The problem extension's own mappers were built against another Quarkus and fail on this one. */
class WrongTokenMapper {

    private static final int BEFORE_THE_EXTENSION = 1;

    @ServerExceptionMapper(value = AuthenticationFailedException.class, priority = BEFORE_THE_EXTENSION)
    Response wrong(AuthenticationFailedException failure) {
        return Problems.unauthorized("The token is not known, or has expired", "Bearer")
                .toResponse();
    }
}
