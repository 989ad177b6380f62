package dev.portolan.ingestion.descriptor;

import org.jspecify.annotations.Nullable;

/**
 * One rule that a document breaks, and where.
 *
 * @param line of the offending field in the body, from 1; of the document where the field is absent
 * @param field JSON pointer into the document; null when the document as a whole is at fault
 * @param rule the name of the rule, such as {@code metadata.name}; stable, for machines
 * @param message what is wrong and how to mend it, for people
 */
public record Problem(int line, @Nullable String field, String rule, String message) {}
