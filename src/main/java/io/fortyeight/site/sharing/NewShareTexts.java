package io.fortyeight.site.sharing;

import org.jspecify.annotations.Nullable;

/** The same by language; one that is left out gets what is said of every campaign. */
record NewShareTexts(@Nullable NewShareText en, @Nullable NewShareText ko) {}
