package io.fortyeight.core.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlatformTest {

    /** What ledgers have been written with: it never changes. */
    private static final String WRITTEN =
            "A twitter, B facebook, C instagram, D threads, E bluesky, F mastodon, G tumblr, H googleplus, I reddit, "
                    + "J youtube, K tiktok, L pinterest, M linkedin, N whatsapp, O telegram, P kakaotalk, Q line, "
                    + "R wechat, S discord, T slack, U email, V sms, W copy, X native, Y qr, Z other";

    @Test
    void codes_areThoseThatWereWritten_andNewOnesTakeTheNextFreeOne() {
        var codes = Arrays.stream(Platform.values())
                .map(platform -> platform.code() + " " + platform.jsonName())
                .collect(Collectors.joining(", "));
        assertThat(codes).startsWith(WRITTEN);
        assertThat(Arrays.stream(Platform.values())
                        .map(platform -> String.valueOf(platform.code()))
                        .collect(Collectors.joining()))
                .isEqualTo(Platform.CODES.substring(0, Platform.values().length));
    }

    @Test
    void everyCode_isOneByte_andStandsForNothingElse() {
        assertThat(Platform.CODES.chars().distinct().count()).isEqualTo(Platform.CODES.length());
        assertThat(Platform.CODES).matches("[A-Za-z0-9]+").doesNotContain("v", "s");
    }

    @Test
    void everyCode_leadsBack() {
        for (var platform : Platform.values()) {
            assertThat(Platform.ofCode(platform.code())).contains(platform);
        }
        assertThat(Platform.ofCode('[')).isEmpty();
    }

    /** With as many platforms as there are codes: also those that are still to come. */
    @Test
    void itemCodes_areDistinct_howeverManyPlatformsThereAre() {
        var codes = new HashSet<>(IntStream.range(0, Platform.CODES.length())
                .map(ItemCode::ofPlatform)
                .boxed()
                .toList());
        var view = Item.view(0);
        codes.add(ItemCode.of(view));
        codes.add(ItemCode.ALL_SHARES);
        assertThat(codes).hasSize(Platform.CODES.length() + 2);
        assertThat(codes).allSatisfy(code -> assertThat(code).isBetween(0, ItemCode.of(Item.view(1)) - 1));
        var last = ItemCode.CAMPAIGNS - 1;
        assertThat(ItemCode.ofCampaignAndKind(Item.share(last, Platform.OTHER))).isPositive();
    }
}
