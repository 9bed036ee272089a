package io.fortyeight.site.sharing;

import io.fortyeight.contest.directory.CampaignDetails;
import io.fortyeight.contest.directory.ContestDetails;
import io.fortyeight.web.page.Language;
import io.fortyeight.web.page.LocaleFormat;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The page on which an organizer writes what shares say.
 *
 * @param notice what came of sending the form; null before
 * @param isGood whether that is good news
 */
record ShareTextForm(
        String contest,
        String contestName,
        String campaign,
        String campaignTitle,
        @Nullable String notice,
        boolean isGood,
        List<Part> parts) {

    /**
     * What is written in one language; nothing of it is checked.
     *
     * @param tag of the language
     * @param language what the reader calls it
     * @param hashtags parted by spaces
     * @param usual what is said where a field is empty
     * @param errors by field
     */
    record Part(
            String tag,
            String language,
            String title,
            String text,
            String hashtags,
            ShareText usual,
            Map<String, String> errors) {

        private static Part of(
                Language language,
                Typed typed,
                ContestDetails contest,
                CampaignDetails campaign,
                Map<String, String> errors,
                Language reader) {
            return new Part(
                    language.tag(),
                    LocaleFormat.in(reader).name(language),
                    typed.title(),
                    typed.text(),
                    typed.hashtags(),
                    ShareTexts.usual(contest, campaign, language),
                    errors);
        }

        /** What is wrong with a field; null when nothing is. */
        public @Nullable String error(String field) {
            return errors.entrySet().stream()
                    .filter(error -> error.getKey().startsWith(tag + "." + field))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(null);
        }
    }

    /** What is in the fields of one language. */
    record Typed(String title, String text, String hashtags) {

        static Typed of(OwnShareText own) {
            return new Typed(
                    Optional.ofNullable(own.title()).orElse(""),
                    Optional.ofNullable(own.text()).orElse(""),
                    own.hashtags().stream().map(tag -> "#" + tag).collect(Collectors.joining(" ")));
        }

        static Typed of(Language language, MultivaluedMap<String, String> sent) {
            var path = language.tag() + ".";
            return new Typed(value(sent, path + "title"), value(sent, path + "text"), value(sent, path + "hashtags"));
        }

        private static String value(MultivaluedMap<String, String> sent, String name) {
            return Optional.ofNullable(sent.getFirst(name)).orElse("").strip();
        }

        /** An empty field is one that is not given; people may write hashtags as they know them. */
        NewShareText stated() {
            return new NewShareText(
                    title.isEmpty() ? null : title,
                    text.isEmpty() ? null : text,
                    Arrays.stream(hashtags.split("[\\s,]+"))
                            .map(tag -> tag.startsWith("#") ? tag.substring(1) : tag)
                            .filter(tag -> !tag.isEmpty())
                            .<@Nullable String>map(tag -> tag)
                            .toList());
        }
    }

    static ShareTextForm of(
            ContestDetails contest,
            CampaignDetails campaign,
            Map<Language, Typed> typed,
            Map<String, String> errors,
            @Nullable String notice,
            Language reader) {
        return new ShareTextForm(
                contest.slug(),
                contest.name(),
                campaign.slug(),
                campaign.title(),
                notice,
                errors.isEmpty(),
                typed.entrySet().stream()
                        .map(each -> Part.of(each.getKey(), each.getValue(), contest, campaign, errors, reader))
                        .toList());
    }

    public int getMostOfTitle() {
        return ShareTextReader.MAX_OF_TITLE;
    }

    public int getMostOfText() {
        return ShareTextReader.MAX_OF_TEXT;
    }

    public int getMostHashtags() {
        return ShareTextReader.MAX_HASHTAGS;
    }
}
