package io.fortyeight.ingest.format;

/**
 * A line of an import that was left out.
 *
 * @param line its number, from 1, empty lines included
 * @param reason in words
 */
public record MalformedLine(long line, String reason) {}
