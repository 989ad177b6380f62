package dev.portolan.search.query;

import java.util.List;

/**
 * What puts an entity before others that match alike.
 *
 * @param why in words
 * @param field of the index
 * @param values one of which the field must have
 * @param points for those that have it; below 0.05 they decide between equals alone
 */
public record Preference(String why, String field, List<String> values, double points) {}
