package io.fortyeight.ledger.link;

import java.util.random.RandomGenerator;

/**
 * Codes of share links: {@value #LENGTH} characters by chance, of which nothing can be told. There are 3 * 10^14 of them.
 *
 * <p>Without characters that are taken for each other (0 and o, 1 and l and i, u and v), so that a code can be typed from a
 * poster; and without vowels, so that none is a word that nobody wants in a link of theirs.
 */
final class ShareLinkCodes {

    static final int LENGTH = 10;
    static final String ALPHABET = "23456789bcdfghjkmnpqrstvwxyz";

    private final RandomGenerator random;

    /** @param random can't be foretold */
    ShareLinkCodes(RandomGenerator random) {
        this.random = random;
    }

    String next() {
        var code = new char[LENGTH];
        for (var i = 0; i < LENGTH; i++) {
            code[i] = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
        }
        return new String(code);
    }

    /** Whether there could be such a code at all. */
    static boolean isWellFormed(String code) {
        if (code.length() != LENGTH) {
            return false;
        }
        for (var i = 0; i < LENGTH; i++) {
            if (ALPHABET.indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }
}
