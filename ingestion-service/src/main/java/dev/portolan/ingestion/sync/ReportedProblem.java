package dev.portolan.ingestion.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.portolan.events.EntityRef;
import org.jspecify.annotations.Nullable;

/**
 * A rule that a document broke.
 *
 * @param document where it stands among the documents of its body or file, from 1
 * @param line in the body or file, from 1
 * @param field JSON Pointer into the document; null when it is at fault as a whole
 * @param rule the rule's name, for machines
 * @param message what is wrong and how to mend it
 * @param ref what the document describes, where that much could be read
 * @param path the file in which an adapter found it; absent from a push
 */
public record ReportedProblem(
    int document,
    int line,
    @Nullable String field,
    String rule,
    String message,
    @Nullable EntityRef ref,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String path) {}
