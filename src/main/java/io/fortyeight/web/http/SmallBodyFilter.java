package io.fortyeight.web.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.Set;

/** Asks for a body's type, and holds it to {@link SmallBody}'s limit, whether or not their length is announced. */
@Provider
@SmallBody
class SmallBodyFilter implements ContainerRequestFilter {

    private static final Set<String> MAY_HAVE_BODY = Set.of("POST", "PUT", "PATCH");
    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        if (hasBody(request)) {
            var body = new PushbackInputStream(request.getEntityStream());
            if (request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null && !isEmpty(body)) {
                throw Problems.unsupported("The header Content-Type is missing");
            }
            request.setEntityStream(new Limited(body));
        }
    }

    /** A request without a length may still turn out to have no body. */
    private static boolean isEmpty(PushbackInputStream body) {
        try {
            var first = body.read();
            if (first >= 0) {
                body.unread(first);
            }
            return first < 0;
        } catch (IOException gone) {
            throw Problems.badRequest("The body can't be read");
        }
    }

    /** {@code hasEntity} also asks for a type, but a body without one is to be refused, not passed over. */
    private static boolean hasBody(ContainerRequestContext request) {
        return MAY_HAVE_BODY.contains(request.getMethod()) && request.getLength() != 0;
    }

    private static HttpProblem tooLarge() {
        return Problems.tooLarge("The body is over " + MAX_BYTES + " bytes");
    }

    private static final class Limited extends FilterInputStream {

        private int left = MAX_BYTES;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var read = super.read();
            take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            take(Math.max(read, 0));
            return read;
        }

        private void take(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw tooLarge();
            }
        }
    }
}
