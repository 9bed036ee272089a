package io.fortyeight.site.campaign;

import io.fortyeight.web.page.Markup;

/** The frames in which other pages show standings, with the sizes that they are made for, in CSS pixels. */
public enum Box {
    CONTEST(480, 440),
    CAMPAIGN(480, 230);

    private final int width;
    private final int height;

    Box(int width, int height) {
        this.width = width;
        this.height = height;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** In its own size. */
    public String code(String address, String title) {
        return code(address, title, width, height);
    }

    /** The frame's HTML. It needs its script to stay up to date, and to open links in a new tab; nothing else. */
    public String code(String address, String title, int widthHere, int heightHere) {
        return ("<iframe src=\"%s\" title=\"%s\" width=\"%d\" height=\"%d\" style=\"border:0;max-width:100%%\" "
                        + "sandbox=\"allow-scripts allow-popups allow-popups-to-escape-sandbox\" loading=\"lazy\"></iframe>")
                .formatted(Markup.escaped(address), Markup.escaped(title), widthHere, heightHere);
    }
}
