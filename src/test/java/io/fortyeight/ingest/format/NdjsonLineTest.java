package io.fortyeight.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fortyeight.core.counting.Kind;
import io.fortyeight.core.counting.Platform;
import io.fortyeight.ingest.client.IpAddress;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NdjsonLineTest {

    @Test
    void wholeLine_isRead() throws Exception {
        String line = "{'at':'2013-12-17T05:00:00.0019Z','kind':'share','campaign':'liberty','visitor':'v-1',"
                + "'ip':'2001:db8::1','userAgent':'Opera/9.80','platform':'kakaotalk','via':'a_B-9'}";

        assertThat(NdjsonLine.parse(line.replace('\'', '"')))
                .isEqualTo(new NdjsonLine(
                        Instant.parse("2013-12-17T05:00:00.001Z").toEpochMilli(),
                        Kind.SHARE,
                        "liberty",
                        Platform.KAKAOTALK,
                        "v-1",
                        IpAddress.parse("2001:db8::1"),
                        "Opera/9.80",
                        "a_B-9"));
    }

    @Test
    void shortestLine_isRead() throws Exception {
        String line = " {'ip':'1.2.3.4','visitor':'','userAgent':null,'campaign':'liberty','platform':'none of these',"
                + "'kind':'view','at':'2013-12-17T00:00:00-05:00'} ";

        assertThat(NdjsonLine.parse(line.replace('\'', '"')))
                .isEqualTo(new NdjsonLine(
                        Instant.parse("2013-12-17T05:00:00Z").toEpochMilli(),
                        Kind.VIEW,
                        "liberty",
                        null,
                        null,
                        IpAddress.parse("1.2.3.4"),
                        "",
                        null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "*,'visitor':'1234567890123456789012345678901234567890123456789012345678901234'  | ok",
                "*,'visitor':'12345678901234567890123456789012345678901234567890123456789012345' | visitor is longer than 64 characters",
                "*                                     | visitor and ip are missing: one is needed",
                "*,'visitor':''                        | visitor and ip are missing: one is needed",
                "*,'visitor':null,'ip':null            | visitor and ip are missing: one is needed",
                "*,'visitor':7                         | visitor is not a string",
                "*,'visitor':{'id':7}                  | visitor is not a string",
                "*,'visitor':'a','visitor':'b'         | visitor is given twice",
                "*,'visitor':null,'visitor':'b'        | visitor is given twice",
                "*,'ip':'1.2.3'                        | ip is not an IPv4 or IPv6 address",
                "*,'ip':''                             | ip is not an IPv4 or IPv6 address",
                "*,'ip':'localhost'                    | ip is not an IPv4 or IPv6 address",
                "*,'ip':'1.2.3.4:80'                   | ip is not an IPv4 or IPv6 address",
                "*,'ip':'1.2.3.4','userAgent':false    | userAgent is not a string",
                "*,'ip':'1.2.3.4','color':'red'        | unknown field color",
                "*,'ip':'1.2.3.4','user agent':'x'     | unknown field",
                "*,'ip':'1.2.3.4','via':''             | via is not 1 to 32 of A-Z a-z 0-9 _ -",
                "*,'ip':'1.2.3.4','via':'a b'          | via is not 1 to 32 of A-Z a-z 0-9 _ -",
                "*,'ip':'1.2.3.4','via':'123456789012345678901234567890123' | via is not 1 to 32 of A-Z a-z 0-9 _ -",
                "*,'ip':'1.2.3.4','platform':['x']     | platform is not a string",
                "'kind':'view','campaign':'a','ip':'::1'                                    | at is missing",
                "'at':null,'kind':'view','campaign':'a','ip':'::1'                          | at is missing",
                "'at':1387256400000,'kind':'view','campaign':'a','ip':'::1'                 | at is not a string",
                "'at':'2013-12-17','kind':'view','campaign':'a','ip':'::1'                  | at is not an instant like 2013-12-17T05:00:00.000Z",
                "'at':'2013-12-17T05:00:00','kind':'view','campaign':'a','ip':'::1'         | at is not an instant like 2013-12-17T05:00:00.000Z",
                "'at':'2013-02-29T05:00:00Z','kind':'view','campaign':'a','ip':'::1'        | at is not an instant like 2013-12-17T05:00:00.000Z",
                "'at':'+999999999-01-01T00:00:00Z','kind':'view','campaign':'a','ip':'::1'  | at is not an instant like 2013-12-17T05:00:00.000Z",
                "'at':'2013-12-17T05:00Z','campaign':'a','ip':'::1'                         | kind is missing",
                "'at':'2013-12-17T05:00Z','kind':'VIEW','campaign':'a','ip':'::1'           | kind is neither view nor share",
                "'at':'2013-12-17T05:00Z','kind':'view','ip':'::1'                          | campaign is missing",
                "'at':'2013-12-17T05:00Z','kind':'share','campaign':'a','ip':'::1'          | platform is missing",
                "'at':'2013-12-17T05:00Z','kind':'share','campaign':'a','ip':'::1','platform':'myspace' | platform is not one of the known ones",
                "'at':'2013-12-17T05:00Z','kind':'share','campaign':'a','ip':'::1','platform':'qr'      | ok",
            })
    void fields_areChecked(String fields, String reason) throws Exception {
        String line = '{' + fields.replace("*", "'at':'2013-12-17T05:00:00Z','kind':'view','campaign':'a'") + '}';
        check(line.replace('\'', '"'), reason);
    }

    @ParameterizedTest
    @CsvSource({
        "[],    not a JSON object",
        "7,     not a JSON object",
        "null,  not a JSON object",
        "'',    not a JSON object",
        "{} {}, something follows the JSON object",
    })
    void whatIsNoObject_isMalformed(String line, String reason) throws Exception {
        check(line, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "{'at' 7}", "{'at':'2013}", "{at:7}", "hello 192.0.2.1", "192.0.2.1", "{'at':null,}"})
    void whatIsNoJson_isMalformedAndNotQuoted(String line) {
        assertThatThrownBy(() -> NdjsonLine.parse(line.replace('\'', '"')))
                .isInstanceOf(MalformedLineException.class)
                .hasMessageMatching("not JSON from column \\d+ on");
    }

    private static void check(String line, String reason) throws MalformedLineException {
        if (reason.equals("ok")) {
            assertThat(NdjsonLine.parse(line)).isNotNull();
        } else {
            assertThatThrownBy(() -> NdjsonLine.parse(line))
                    .isInstanceOf(MalformedLineException.class)
                    .hasMessage(reason);
        }
    }
}
