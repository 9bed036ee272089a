package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.core.counting.Item;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

public class CampaignPathsTest {

    private static final List<String> PAGES = List.of(
            "https://a.example",
            "https://a.example/video/",
            "https://a.example/watch?v=1",
            "https://a.example/watch?v=1&list=x",
            "https://b.example/watch",
            "https://a.example/watch?v=1",
            "https://a.example/caf%C3%A9#top",
            "https://c.example/only?v=7",
            "https://d.example/shared?via=poster&w=1");

    private final CampaignPaths paths = new CampaignPaths(IntStream.range(0, PAGES.size())
            .mapToObj(number -> campaign(number, "c" + number, PAGES.get(number)))
            .toList());

    @ParameterizedTest
    @CsvSource({
        "GET / HTTP/1.1,                            0",
        "GET /?utm_source=x HTTP/1.1,               0",
        "GET http://a.example HTTP/1.1,             0",
        "GET http://a.example/video/?a=/b HTTP/1.1, 1",
        "GET /video/ HTTP/1.1,                      1",
        "GET /video HTTP/1.1,                       ",
        "GET /VIDEO/ HTTP/1.1,                      ",
        "GET /watch HTTP/1.1,                       4",
        "GET /watch? HTTP/1.1,                      4",
        "GET /watch?v=2 HTTP/1.1,                   4",
        "GET /watch?v=1 HTTP/1.1,                   2",
        "GET /watch?a=b&v=1 HTTP/1.1,               2",
        "GET /watch?list=x&v=1&v=1 HTTP/1.1,        3",
        "GET /watch?list=y&v=1 HTTP/1.1,            2",
        "GET /caf%C3%A9 HTTP/1.1,                   6",
        "GET /caf%c3%a9 HTTP/1.1,                   ",
        "GET /only HTTP/1.1,                        ",
        "GET /only?v=7#t=3 HTTP/1.1,                7",
        "GET /only?v=77 HTTP/1.1,                   ",
        "GET /shared?w=1&via=abc HTTP/1.1,          8",
        "GET /shared?w=1 HTTP/1.1,                  8",
        "GET /shared?via=poster HTTP/1.1,           ",
        "POST / HTTP/1.1,                           ",
        "HEAD / HTTP/1.1,                           ",
        "get / HTTP/1.1,                            ",
        "GET /,                                     ",
        "GET  HTTP/1.1,                             ",
        "-,                                         ",
        "'',                                        ",
        "GET /redirect?to=http://a.example/ HTTP/1.1, ",
    })
    void request_isTheViewOfACampaign(String request, Integer campaign) {
        RequestTarget target = RequestTarget.ofGet(request);

        assertThat(target == null ? null : paths.view(target)).isEqualTo(campaign == null ? null : Item.view(campaign));
    }

    public static CampaignDetails campaign(int number, String slug, String pageUrl) {
        return new CampaignDetails(number, slug, "A title", URI.create(pageUrl), true, Set.of());
    }
}
