package io.fortyeight.web;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Asks for a body's type, and holds it to {@link SmallBody}'s limit, whether or not their length is announced. */
@Provider
@SmallBody
class SmallBodyFilter implements ContainerRequestFilter {

    private static final int MAX_BYTES = 64 * 1024;

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getLength() > MAX_BYTES) {
            throw tooLarge();
        }
        if (request.hasEntity()) {
            if (request.getMediaType() == null) {
                throw Problems.unsupported("The header Content-Type is missing");
            }
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
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
