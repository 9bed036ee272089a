package io.fortyeight.contest.trust;

import io.quarkus.qute.i18n.MessageBundle;

/** The texts of trust cards and prizes. */
@MessageBundle("trust")
public interface TrustMessages {

    String costs();

    String title();

    String nobody();

    String nobodyHint();

    String waitsHint();

    String registered();

    String registry();

    String contact();

    String links();

    String donate();

    String donateAt(String host);

    String donationMissing();

    String donationBroken();

    String stateWorks();

    String stateBroken();

    String stateUnchecked();

    String stateUntold();

    String stateFailedOnce();

    String checked(String ago);

    String use();

    String amount();

    String share();

    String statedBy();

    String edited();

    String impactTitle();

    String prize();

    String brings();

    String today();

    String standsNow(String place);

    String standsShared(String place);

    String stood(String place);

    String came(String place);

    String noPrize();

    String sharedPrize();

    String missing();

    String missingText(int most);

    String unprintable();

    String noLink();

    String noCurrency();

    String currencyWithoutAmounts();

    String noAmount(int decimals, String currency);

    String noShare();

    String sharesOrAmounts();

    String notHundred(String sum);

    String noPlace(int last);

    String formTitle(String campaign);

    String formIntro();

    String formRequired();

    String formSaved();

    String formComplete();

    String formLacks(String fields);

    String formAbout();

    String formMoneyHint();

    String formCostsIn();

    String formShares();

    String formAmounts();

    String formCurrency();

    String formCurrencyHint();

    String formCost(int number);

    String formCostValue(int number);

    String formImpact();

    String formImpactHint();

    String formOrganization();

    String formRegisteredHint();

    String formRegistry();

    String formRegistryUrl();

    String formContactHint();

    String formDonationUrl();

    String formLinkHint();

    String formImpactOne();

    String formImpactMany();

    String formSave();

    String formPreview();

    String formConflict();

    String formMissingTitle();

    String formMissing();

    String formBack();

    String prizesForm(String contest);

    String prizesIntro();

    String prizesIntroPast();

    String prizesFixed();

    String prizesNone();

    String prizePlace(int number);

    String prizeAmount(int number);

    String prizesMissingTitle();

    String prizesMissing();

    String prizesSave();

    String changedMeanwhile();

    String prizesStatedOnce();

    String prizesOpened();
}
