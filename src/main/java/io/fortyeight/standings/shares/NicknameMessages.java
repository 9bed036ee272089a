package io.fortyeight.standings.shares;

import io.quarkus.qute.i18n.MessageBundle;

/** Why a nickname is refused. */
@MessageBundle("nickname")
public interface NicknameMessages {

    String characters();

    String noLetter();

    String taken();

    String decided();

    String withoutShares();
}
