package dev.portolan.catalog.intake;

/**
 * Some records of a replay.
 *
 * @param batch what they say
 * @param size how many they are, with tombstones
 */
public record Portion(ChangeBatch batch, int size) {}
