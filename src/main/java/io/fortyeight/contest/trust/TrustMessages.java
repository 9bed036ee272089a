package io.fortyeight.contest.trust;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What trust cards say, in English; other languages are in {@code messages/trust_*.properties}. */
@MessageBundle("trust")
public interface TrustMessages {

    @Message("Who is behind this")
    String title();

    @Message("This campaign has not said who is behind it.")
    String nobody();

    @Message("Before you give, ask its page for a registered number and a link to its register.")
    String nobodyHint();

    @Message("Not competing yet.")
    String waits();

    @Message(
            "This contest asks every campaign to say who is behind it. Views and shares are taken once the card is complete.")
    String waitsHint();

    @Message("Registered number")
    String registered();

    @Message("Register")
    String registry();

    @Message("Contact")
    String contact();

    @Message("Links")
    String links();

    @Message("Donate")
    String donate();

    @Message("Leads to {host}, not to this site")
    String donateAt(String host);

    @Message("No donation link is given.")
    String donationMissing();

    @Message("This link did not work when it was last checked.")
    String donationBroken();

    @Message("works")
    String stateWorks();

    @Message("broken")
    String stateBroken();

    @Message("not checked yet")
    String stateUnchecked();

    @Message("lets no program check it")
    String stateUntold();

    @Message("did not open, is tried again")
    String stateFailedOnce();

    @Message("checked {ago}")
    String checked(String ago);

    @Message("just now")
    String now();

    @Message("{number} min ago")
    String minutesAgo(long number);

    @Message("{number} h ago")
    String hoursAgo(long number);

    @Message("{number} d ago")
    String daysAgo(long number);

    @Message("Where the money goes")
    String costs();

    @Message("Use")
    String use();

    @Message("Amount")
    String amount();

    @Message("Share")
    String share();

    @Message("Stated by the organizers. Fortyeight checks that the links answer, not what they say.")
    String statedBy();

    @Message("Last edited")
    String edited();

    @Message("What it brings")
    String impactTitle();

    @Message("Prizes")
    String prizesTitle();

    @Message("Place")
    String place();

    @Message("Prize")
    String prize();

    @Message("Brings")
    String brings();

    @Message("now here")
    String today();

    @Message("Today it stands {place}")
    String standsNow(String place);

    @Message("Today it shares {place} place")
    String standsShared(String place);

    @Message("When places were last shown, it stood {place}")
    String stood(String place);

    @Message("It came {place}")
    String came(String place);

    @Message("no prize is stated for this place")
    String noPrize();

    @Message("how a shared prize is divided is for the organizers to say")
    String sharedPrize();

    @Message("must be given")
    String missing();

    @Message("must be given, with 1 to {most} characters")
    String missingText(int most);

    @Message("must not have more than {most} characters")
    String tooLong(int most);

    @Message("must not be more than {most}")
    String tooMany(int most);

    @Message("must not contain control characters, line breaks or characters that turn the direction of text")
    String unprintable();

    @Message(
            "must be an absolute https address with a host, such as https://example.org/donate, of up to 2000 characters")
    String noLink();

    @Message("must be a number such as 2500 or 12.5, without thousands separators")
    String noNumber();

    @Message("must be a currency of ISO 4217, such as USD or KRW")
    String noCurrency();

    @Message("must only be given with amounts")
    String currencyWithoutAmounts();

    @Message("must be above zero and below a trillion, with at most {decimals} decimals in {currency}")
    String noAmount(int decimals, String currency);

    @Message("must be above 0 and at most 100, with at most 2 decimals")
    String noShare();

    @Message("must not be given: either all costs are shares or all are amounts")
    String sharesOrAmounts();

    @Message("must add up to 100 %, not {sum} %")
    String notHundred(String sum);

    @Message("must be a place from 1 to {last}, each once")
    String noPlace(int last);

    @Message("Trust card: {campaign}")
    String formTitle(String campaign);

    @Message(
            "Supporters ask whether a campaign is a scam. Say who is behind it, and where its money goes. Everybody sees this on the campaign’s page, and every edition is kept.")
    String formIntro();

    @Message("This contest requires a complete card: until then the campaign’s views and shares are not taken.")
    String formRequired();

    @Message("Saved. This is what everybody sees now.")
    String formSaved();

    @Message("Nothing was saved yet. Please look at the marked fields.")
    String formWrong();

    @Message("The card is complete.")
    String formComplete();

    @Message("To be complete, the card lacks: {fields}.")
    String formLacks(String fields);

    @Message("Who")
    String formAbout();

    @Message("Where the money goes")
    String formMoney();

    @Message("Either shares that add up to 100, or amounts. Leave rows empty that you don’t need.")
    String formMoneyHint();

    @Message("Costs are given as")
    String formCostsIn();

    @Message("Shares in percent")
    String formShares();

    @Message("Amounts")
    String formAmounts();

    @Message("Currency")
    String formCurrency();

    @Message("Three letters, such as USD. For amounts only.")
    String formCurrencyHint();

    @Message("Use {number}")
    String formCost(int number);

    @Message("Share or amount {number}")
    String formCostValue(int number);

    @Message("What a sum brings")
    String formImpact();

    @Message(
            "For instance 2500 USD, “brings one person to safety”, and for several “people brought to safety”. May be left empty.")
    String formImpactHint();

    @Message("Organization or person")
    String formOrganization();

    @Message("As the register writes it, such as EIN 12-3456789")
    String formRegisteredHint();

    @Message("Name of the register")
    String formRegistry();

    @Message("Link to the entry in the register")
    String formRegistryUrl();

    @Message("An e-mail address or a telephone number that is answered")
    String formContactHint();

    @Message("Donation link")
    String formDonationUrl();

    @Message("Begins with https://. It is checked, and again every few hours.")
    String formLinkHint();

    @Message("What it does, for one")
    String formImpactOne();

    @Message("The same for several, after a number")
    String formImpactMany();

    @Message("Save the card")
    String formSave();

    @Message("As everybody sees it")
    String formPreview();

    @Message(
            "Somebody else has changed the card meanwhile. Your entries are below; compare them with the card beside them, then save again.")
    String formConflict();

    @Message(
            "The window has opened, and this contest requires a complete card: it may be changed, but must stay complete.")
    String formMustStay();

    @Message("There is no such campaign")
    String formMissingTitle();

    @Message("The address may be mistyped, or the campaign has not been entered.")
    String formMissing();

    @Message("{label}: {fault}.")
    String formFault(String label, String fault);

    @Message("To the contest")
    String formBack();

    @Message("Prizes: {contest}")
    String prizesForm(String contest);

    @Message(
            "What there is to be won, place by place, all in one currency. Everybody sees it on the campaigns’ pages, with what it would bring. It can be changed until the window opens.")
    String prizesIntro();

    @Message("This contest is in the past: its prizes are stated once.")
    String prizesIntroPast();

    @Message("These are the prizes that people take part for: they can’t be changed any more.")
    String prizesFixed();

    @Message("No prizes are stated.")
    String prizesNone();

    @Message("Place, row {number}")
    String prizePlace(int number);

    @Message("Prize, row {number}")
    String prizeAmount(int number);

    @Message("There is no such contest")
    String prizesMissingTitle();

    @Message("The address may be mistyped.")
    String prizesMissing();

    @Message("Save the prizes")
    String prizesSave();
}
