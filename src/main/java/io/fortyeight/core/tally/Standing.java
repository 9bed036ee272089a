package io.fortyeight.core.tally;

/**
 * A campaign's place.
 *
 * @param place from 1; campaigns that share a place are followed by a gap (1, 1, 3)
 * @param campaign the campaign's number within its contest, from 0
 * @param score counted pings, each worth what the rules card says
 * @param counted counted pings of all kinds, also of those that score nothing
 * @param discounted discounted pings of all kinds
 */
public record Standing(int place, int campaign, long score, long counted, long discounted) {}
