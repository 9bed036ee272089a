package io.fortyeight.account.user;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** What users may be called: the same however it is typed. */
public final class UserNames {

    /** Signs in with an administrator's token, so that there is somebody before there is a user. */
    public static final String RESERVED = "admin";

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N}._@+-]{0,59}");

    private UserNames() {}

    /** How it is stored and looked for: compatible forms of letters are one, and so are upper and lower case. */
    public static String canonical(String typed) {
        return Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }

    public static boolean isName(String canonical) {
        return NAME.matcher(canonical).matches();
    }
}
