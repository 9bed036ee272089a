/**
 * The organizer's desk: create a contest, enter campaigns, see their first pings, recount, import and close.
 *
 * <p>Calls the same services as the API; no rule is kept here.
 */
@NullMarked
package io.fortyeight.site.desk;

import org.jspecify.annotations.NullMarked;
