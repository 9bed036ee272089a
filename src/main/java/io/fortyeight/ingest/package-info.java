/**
 * How pings come in: from pages, as pixels, and by import.
 *
 * <p>Owns who a ping is from (client address, pseudonyms), what marks a robot, the filter that sheds floods, and the
 * reading of organizers' files. Must not know how pings are judged or stored, nor what becomes of them afterwards.
 */
@NullMarked
package io.fortyeight.ingest;

import org.jspecify.annotations.NullMarked;
