/** What attackers try, tried on everything that can be called: new endpoints and pages are found by themselves. */
@NullMarked
package io.fortyeight.security;

import org.jspecify.annotations.NullMarked;
