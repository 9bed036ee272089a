/** What people see, tried in a real browser: elements are found by role and name, as people find them. */
package io.fortyeight.browser;
