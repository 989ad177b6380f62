package dev.portolan.ingestion.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A document that did not set out to be a descriptor.
 *
 * @param document where it stands among the documents of its body or file, from 1
 * @param line where it begins in the body or file, from 1
 * @param reason what it is taken for instead
 * @param path the file in which it was found; absent from a push
 */
public record ReportedPassedOver(
    int document,
    int line,
    String reason,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path) {}
