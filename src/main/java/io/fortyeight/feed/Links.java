package io.fortyeight.feed;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Absolute addresses of this server's pages, for documents that are read elsewhere. */
@Singleton
public class Links {

    private final Optional<URI> publicUrl;

    /** @param publicUrl this server's address; without it links lead to where the request was sent */
    Links(@ConfigProperty(name = "fortyeight.public-url") Optional<URI> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** With a slash at its end. */
    public URI base(UriInfo request) {
        return absolute(request, "");
    }

    URI contest(UriInfo request, String slug) {
        return absolute(request, "contests/" + slug);
    }

    URI feed(UriInfo request, String slug) {
        return absolute(request, "contests/" + slug + ".atom");
    }

    private URI absolute(UriInfo request, String path) {
        var base = publicUrl.orElseGet(request::getBaseUri).toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + path);
    }
}
