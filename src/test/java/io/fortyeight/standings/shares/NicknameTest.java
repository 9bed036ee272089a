package io.fortyeight.standings.shares;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NicknameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Jo",
                "Mina K.",
                "O'Neill-2",
                "under_score",
                "민아",
                "देवी",
                "ไทย",
                "محمد",
                "Ünïcödé",
                "123456789012345678901234"
            })
    void name_ofAnyScript_isTaken(String typed) {
        assertThat(read(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "J",
                "1234567890123456789012345",
                "a\u0000b",
                "a\nb<",
                "a\u202Eb",
                "a\u200Bb",
                "a\u200Db",
                "a\uFEFFb",
                "\u3164\u3164",
                "ab\u115F",
                "ab\uFFA0",
                "a\uFE0Fb",
                "a\u034Fb",
                "x\u0301\u0302\u0303b",
                "\u0301ab",
                "<b>bold</b>",
                "a&b",
                "a\"b",
                "{inject:x}",
                "https://x.example",
                "😀😀",
                "...",
                "- -",
                "a\uD800b"
            })
    void name_thatCantBeSeenOrMisleads_isRefused(String typed) {
        assertThatThrownBy(() -> Nickname.read(typed)).isInstanceOf(HttpProblem.class);
    }

    @Test
    void name_isComposed_andItsRoomIsSingle() {
        assertThat(read("  Mina \t  K ").text()).isEqualTo("Mina K");
        assertThat(read("\u1106\u1175\u11AB\u110B\u1161").text()).isEqualTo("민아");
        assertThat(Nickname.read(" \t ")).isNull();
    }

    @Test
    void key_isTheSame_whateverCaseAndWidth() {
        assertThat(read("STRASSE").key()).isEqualTo(read("straße").key());
        assertThat(read("Ｍｉｎａ").key()).isEqualTo(read("mina").key());
        assertThat(read("mina").key()).isNotEqualTo(read("mira").key());
    }

    private static Nickname read(String typed) {
        var read = Nickname.read(typed);
        assertThat(read).isNotNull();
        return read;
    }
}
