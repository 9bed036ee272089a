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

    /** This server, without a slash at the end. */
    public String server(UriInfo request) {
        var base = publicUrl.orElseGet(request::getBaseUri).toString();
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }

    URI contest(UriInfo request, String slug) {
        return absolute(request, "contests/" + slug);
    }

    URI feed(UriInfo request, String slug) {
        return absolute(request, "contests/" + slug + ".atom");
    }

    private URI absolute(UriInfo request, String path) {
        return URI.create(server(request) + "/" + path);
    }
}
