package io.fortyeight.ingest;

/**
 * What a page learns of its visitor's share link.
 *
 * @param url whole, to be shared
 */
record LinkAnswer(String code, String url) {}
