package io.fortyeight.site.campaign;

import io.fortyeight.core.counting.Platform;
import io.fortyeight.core.counting.Reason;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The texts of campaigns' pages and of what is embedded elsewhere; in Korean in {@code messages/campaign_ko.properties}. */
@MessageBundle(value = "campaign", locale = "en")
public interface CampaignMessages {

    /** As in {@code <html lang>}. */
    @Message("en")
    String language();

    /** As Open Graph wants it. */
    @Message("en_US")
    String locale();

    @Message("#{place}")
    String place(String place);

    @Message("of {campaigns}")
    String of(String campaigns);

    @Message("Place {place} of {campaigns}")
    String placeOf(String place, String campaigns);

    @Message("{score} {#if score == '1'}point{#else}points{/if}")
    String points(String score);

    @Message("{score} counted {#if score == '1'}view{#else}views{/if}")
    String countedViews(String score);

    @Message("Score")
    String score();

    @Message("The only campaign so far")
    String alone();

    @Message("Level with {title}")
    String level(String title);

    @Message("{gap} ahead of {title}")
    String ahead(String gap, String title);

    @Message("{gap} behind {title}")
    String behind(String gap, String title);

    @Message("{#when stand}"
            + "{#is SCHEDULED}Not open yet{#is OPEN}Not final{#is HIDDEN}Not final: the rest is hidden for now"
            + "{#is CLOSING}Closed, being checked{#is HELD}Held: being looked into{#is FINAL}Certified"
            + "{/when}")
    String stand(ResultStatus stand);

    @Message("{#when stand}"
            + "{#is SCHEDULED}Views and shares before the opening don’t count."
            + "{#is OPEN}Places can change until the window closes and the count is certified."
            + "{#is HIDDEN}Everything on this page is as of then. What came later stays hidden, from everyone, until the result is shown."
            + "{#is CLOSING}The window is closed, and the ledger is being counted again."
            + "{#is HELD}The result waits for the organizers."
            + "{#is FINAL}These numbers are those of the certified result; every entry of the ledger was counted again."
            + "{/when}")
    String standExplained(ResultStatus stand);

    @Message("as of {when}")
    String asOf(String when);

    @Message("Rehearsal")
    String rehearsal();

    @Message("Nothing here is a contest: the views are made up, to try out a close.")
    String rehearsalExplained();

    @Message("A campaign in {contest}")
    String campaignIn(String contest);

    @Message("All standings of {contest}")
    String allStandings(String contest);

    @Message("Watch it on {host}")
    String watch(String host);

    @Message("Place")
    String placeTitle();

    @Message("Opens in")
    String opensIn();

    @Message("Closes in")
    String closesIn();

    @Message("Winners are announced in")
    String announcesIn();

    /** What is left of a time, for instance {@code 1 d 04:05:06}; the page's script fills it in, too. */
    @Message("{#if days != '0'}{days} d {/if}{clock}")
    String left(String days, String clock);

    @Message("It’s over")
    String over();

    @Message("counted")
    String counted();

    @Message("discounted")
    String discounted();

    @Message("What counted, and what did not")
    String breakdown();

    @Message("What became of them")
    String verdict();

    @Message("Views")
    String views();

    @Message("Shares")
    String shares();

    @Message("Together")
    String together();

    @Message("Counted")
    String countedTitle();

    @Message("Discounted")
    String discountedTitle();

    @Message("Nothing was discounted.")
    String nothingDiscounted();

    @Message("Nothing has come in yet.")
    String nothingYet();

    @Message("{#when reason}"
            + "{#is EARLY}Too early{#is LATE}Too late{#is ROBOT}Robot{#is FROZEN}Frozen"
            + "{#is REPEAT}Repeat{#is CAPPED}Over the allowance{#is CROWDED}Crowded network"
            + "{/when}")
    String reason(Reason reason);

    @Message("{#when reason}"
            + "{#is EARLY}It came before the window opened."
            + "{#is LATE}It came when the window had closed, by this server’s clock."
            + "{#is ROBOT}It came from a program, a link preview, or a page that a browser loaded ahead."
            + "{#is FROZEN}This visitor had been refreshing abnormally often, and was frozen for a while."
            + "{#is REPEAT}It came too soon after the same visitor’s last one."
            + "{#is CAPPED}The same visitor had already counted as often as the rules allow for now."
            + "{#is CROWDED}Too many different visitors came from one network address."
            + "{/when}")
    String reasonExplained(Reason reason);

    @Message("Why didn’t my view count?")
    String whyNot();

    @Message(
            "Each view is judged at the moment it arrives, by rules that were published before the contest opened and are the same for everyone. Most often the reason is simple: you had been counted shortly before. Watching again later counts again, as often as the rules allow; the page with the video can tell you when.")
    String whyNotExplained();

    @Message("The rules, with this contest’s numbers")
    String rulesLink();

    @Message("{shed} more were turned away unrecorded, as a flood.")
    String shed(String shed);

    @Message("Over time")
    String timeline();

    @Message("Views and shares together, a point for each {step}. Choose what is drawn:")
    String timelineExplained(String step);

    @Message(
            "{#if hours > 0}{#if hours == 1}hour{#else if hours == 24}day{#else if hours == 168}week{#else}{hours} hours{/if}"
                    + "{#else}{#if minutes == 1}minute{#else}{minutes} minutes{/if}{/if}")
    String step(long hours, long minutes);

    @Message("The same in figures")
    String figures();

    @Message("From")
    String from();

    @Message("Times in {zone}")
    String timesIn(String zone);

    @Message("Before the opening")
    String beforeOpening();

    @Message("After the close")
    String afterClose();

    @Message("Shares by platform")
    String byPlatform();

    @Message("Platform")
    String platformTitle();

    @Message("No share yet.")
    String noShares();

    @Message("Shares are not told apart by platform while the rest is hidden.")
    String platformsHidden();

    @Message("{#when platform}"
            + "{#is TWITTER}X (Twitter){#is FACEBOOK}Facebook{#is INSTAGRAM}Instagram{#is THREADS}Threads"
            + "{#is BLUESKY}Bluesky{#is MASTODON}Mastodon{#is TUMBLR}Tumblr{#is GOOGLEPLUS}Google+"
            + "{#is REDDIT}Reddit{#is YOUTUBE}YouTube{#is TIKTOK}TikTok{#is PINTEREST}Pinterest"
            + "{#is LINKEDIN}LinkedIn{#is WHATSAPP}WhatsApp{#is TELEGRAM}Telegram{#is KAKAOTALK}KakaoTalk"
            + "{#is LINE}LINE{#is WECHAT}WeChat{#is DISCORD}Discord{#is SLACK}Slack{#is EMAIL}Email{#is SMS}SMS"
            + "{#is COPY}Copied link{#is NATIVE}Device’s share menu{#is QR}QR code{#is OTHER}Elsewhere"
            + "{/when}")
    String platform(Platform platform);

    @Message("Show it on your own page")
    String showElsewhere();

    @Message("A badge with place and score")
    String badge();

    @Message("A box that keeps itself up to date")
    String box();

    @Message("Badge: {title}")
    String badgeOf(String title);

    @Message("Pages that know oEmbed, such as WordPress, make the box from this page’s address alone.")
    String oembedExplained();

    @Message("Is my counting snippet working?")
    String snippetCheck();

    @Message("Copy")
    String copy();

    @Message("Copied")
    String copied();

    @Message("The close is held.")
    String held();

    @Message("Live")
    String live();

    @Message("Connecting again")
    String reconnecting();

    @Message("Now on place {place}, with {score}")
    String saidPlace(String place, String score);

    @Message("There is no such campaign")
    String missing();

    @Message(
            "Nothing in {contest} goes by this name. The address may be mistyped, or the campaign has not entered yet.")
    String missingExplained(String contest);

    @Message("There is no such contest")
    String missingContest();

    @Message("Nothing here goes by this name. The address may be mistyped, or the contest isn’t created yet.")
    String missingContestExplained();

    @Message("See all contests")
    String allContests();

    @Message("Campaign")
    String campaignTitle();

    @Message("No campaign has entered yet.")
    String noCampaigns();

    @Message("{more} more")
    String more(String more);

    @Message("Counted by Fortyeight")
    String countedBy();

    @Message("no such campaign")
    String badgeMissing();
}
