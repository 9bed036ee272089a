package io.fortyeight.site.desk;

import io.fortyeight.web.http.Problems;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.RequestContext;
import org.apache.commons.fileupload.util.Streams;

/**
 * A form with a file, read as it comes in: what an access log holds is people's addresses, which are never stored. The file
 * has to be the form's last field.
 */
final class Upload {

    /** What is done with the file once the fields before it are known. */
    interface Receiver<T> {
        T take(InputStream file);
    }

    private static final int MAX_FIELDS = 10;

    private Upload() {}

    /**
     * @param fields are put here, those before the file
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 when the form is damaged or has no file
     */
    static <T> T receive(HttpHeaders headers, InputStream body, Map<String, String> fields, Receiver<T> receiver) {
        try {
            var parts = new FileUpload().getItemIterator(new Form(headers, body));
            for (int read = 0; read < MAX_FIELDS && parts.hasNext(); read++) {
                var part = parts.next();
                if (!part.isFormField()) {
                    return receiver.take(part.openStream());
                }
                fields.put(part.getFieldName(), Streams.asString(part.openStream(), "UTF-8"));
            }
        } catch (FileUploadException damaged) {
            throw Problems.badRequest("The form can't be read: " + damaged.getMessage());
        } catch (IOException failure) {
            throw new UncheckedIOException("The form can't be read", failure);
        }
        throw Problems.badRequest("The form has no file");
    }

    private record Form(HttpHeaders headers, InputStream body) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return headers.getHeaderString(HttpHeaders.CONTENT_TYPE);
        }

        /** Not looked at: a log may be larger than an {@code int} tells. */
        @Override
        @Deprecated
        public int getContentLength() {
            return -1;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
