/**
 * Share links as people meet them: what a share says, where it goes, and its QR code.
 */
@NullMarked
package io.fortyeight.sharing;

import org.jspecify.annotations.NullMarked;
