package io.fortyeight;

import io.fortyeight.account.user.AccountMessages;
import io.fortyeight.close.board.BoardMessages;
import io.fortyeight.contest.directory.ContestMessages;
import io.fortyeight.contest.trust.TrustMessages;
import io.fortyeight.site.campaign.CampaignMessages;
import io.fortyeight.site.contest.PageMessages;
import io.fortyeight.site.desk.DeskMessages;
import io.fortyeight.site.script.SnippetMessages;
import io.fortyeight.site.script.TrackerMessages;
import io.fortyeight.site.sharing.LinkMessages;
import io.fortyeight.site.sharing.ShareMessages;
import io.fortyeight.site.supporters.SupporterMessages;
import io.fortyeight.standings.shares.NicknameMessages;
import io.fortyeight.web.error.FailureMessages;
import io.fortyeight.web.form.ViolationMessages;
import io.fortyeight.web.page.CommonMessages;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.LocaleFormat;

/** What pages say, for tests that look for it: so that wording can be mended in the language files alone. */
public final class TestText {

    public static final TestText ENGLISH = in(Language.ENGLISH);
    public static final TestText KOREAN = in(Language.KOREAN);

    private final Language language;

    private TestText(Language language) {
        this.language = language;
    }

    public static TestText in(Language language) {
        return new TestText(language);
    }

    public LocaleFormat format() {
        return LocaleFormat.in(language);
    }

    public CommonMessages common() {
        return language.messages(CommonMessages.class);
    }

    public ContestMessages contest() {
        return language.messages(ContestMessages.class);
    }

    public PageMessages page() {
        return language.messages(PageMessages.class);
    }

    public CampaignMessages campaign() {
        return language.messages(CampaignMessages.class);
    }

    public SupporterMessages supporters() {
        return language.messages(SupporterMessages.class);
    }

    public ShareMessages share() {
        return language.messages(ShareMessages.class);
    }

    public LinkMessages link() {
        return language.messages(LinkMessages.class);
    }

    public SnippetMessages snippet() {
        return language.messages(SnippetMessages.class);
    }

    public TrackerMessages tracker() {
        return language.messages(TrackerMessages.class);
    }

    public TrustMessages trust() {
        return language.messages(TrustMessages.class);
    }

    public AccountMessages account() {
        return language.messages(AccountMessages.class);
    }

    public FailureMessages failure() {
        return language.messages(FailureMessages.class);
    }

    public DeskMessages desk() {
        return language.messages(DeskMessages.class);
    }

    public BoardMessages board() {
        return language.messages(BoardMessages.class);
    }

    public ViolationMessages violation() {
        return language.messages(ViolationMessages.class);
    }

    public NicknameMessages nickname() {
        return language.messages(NicknameMessages.class);
    }
}
