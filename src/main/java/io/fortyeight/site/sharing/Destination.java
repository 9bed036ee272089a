package io.fortyeight.site.sharing;

import io.fortyeight.web.http.WebOrigin;
import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Where a share link leads: the campaign's own page, which is told the link's code. */
final class Destination {

    private static final String VIA = "via";

    private Destination() {}

    /**
     * The page's address with {@code via} in its query, in place of one that is there; all else stays as it is written.
     *
     * @param code letters and digits
     */
    static String of(URI pageUrl, String code) {
        var page = ascii(pageUrl);
        var hash = page.indexOf('#');
        var fragment = hash < 0 ? "" : page.substring(hash);
        var address = hash < 0 ? page : page.substring(0, hash);
        var question = address.indexOf('?');
        if (question < 0) {
            return address + '?' + VIA + '=' + code + fragment;
        }
        return address.substring(0, question + 1)
                + others(address.substring(question + 1))
                + VIA
                + '='
                + code
                + fragment;
    }

    private static String others(String query) {
        return query.isEmpty()
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !parameter.equals(VIA) && !parameter.startsWith(VIA + '='))
                        .map(parameter -> parameter + '&')
                        .collect(Collectors.joining());
    }

    /** Headers carry nothing else: a host in its own letters becomes the one that is looked up, the rest is escaped. */
    private static String ascii(URI pageUrl) {
        var page = pageUrl.toString();
        if (page.chars().allMatch(character -> character < 0x80)) {
            return page;
        }
        var origin = WebOrigin.ofAddress(page)
                .orElseThrow(() -> new IllegalStateException("A campaign's page has no origin"));
        var afterScheme = page.indexOf("//") + 2;
        var rest = page.substring(afterScheme + pageUrl.getRawAuthority().length());
        return origin + URI.create(rest).toASCIIString();
    }
}
