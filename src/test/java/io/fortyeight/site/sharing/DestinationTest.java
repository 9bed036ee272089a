package io.fortyeight.site.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DestinationTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "https://a.example/video,                   https://a.example/video?via=CODE",
                "https://a.example,                         https://a.example?via=CODE",
                "https://a.example/?,                       https://a.example/?via=CODE",
                "https://a.example/?v=1,                    https://a.example/?v=1&via=CODE",
                "https://a.example/?via=old,                https://a.example/?via=CODE",
                "https://a.example/?via,                    https://a.example/?via=CODE",
                "https://a.example/?via=1&v=2&via=3&w=4,    https://a.example/?v=2&w=4&via=CODE",
                "https://a.example/?viable=1&xvia=2&v=via,  https://a.example/?viable=1&xvia=2&v=via&via=CODE",
                "https://a.example/?v=a+b%20c%2f&&=;x,  https://a.example/?v=a+b%20c%2f&&=;x&via=CODE",
                "https://a.example/?v=1&,                   https://a.example/?v=1&&via=CODE",
                "https://a.example/#top,                    https://a.example/?via=CODE#top",
                "https://a.example/?v=1#/route?via=2&x,     https://a.example/?v=1&via=CODE#/route?via=2&x",
                "HTTP://A.example:8080/%7Ea/../b,           HTTP://A.example:8080/%7Ea/../b?via=CODE",
                "http://[::1]:80/a,                         http://[::1]:80/a?via=CODE",
                "https://bücher.example/é?q=한#ü,            https://xn--bcher-kva.example/%C3%A9?q=%ED%95%9C&via=CODE#%C3%BC",
                "https://bücher.example,                    https://xn--bcher-kva.example?via=CODE",
                "https://bücher.example//evil.example,      https://xn--bcher-kva.example//evil.example?via=CODE",
            })
    void page_isToldTheCode_andElseAsItIsWritten(String pageUrl, String destination) {
        assertThat(Destination.of(URI.create(pageUrl), "CODE")).isEqualTo(destination);
    }
}
