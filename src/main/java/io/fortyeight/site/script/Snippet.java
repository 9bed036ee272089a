package io.fortyeight.site.script;

/** What volunteers paste into a campaign's page. */
public final class Snippet {

    private Snippet() {}

    /**
     * The two lines, and the picture for who has no scripts.
     *
     * @param server this server's address, without a slash at its end
     */
    public static String of(String server, String contest, String campaign) {
        return """
                <script async src="%1$s/fortyeight.js" data-contest="%2$s" data-campaign="%3$s"></script>
                <span data-fortyeight="status"></span>
                <noscript><img src="%1$s/p/%2$s/%3$s.gif" width="1" height="1" alt=""></noscript>""".formatted(server, contest, campaign);
    }
}
