package dev.portolan.ingestion.adapter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file was read, apart from its documents: enough to tell whether reading it again would come
 * to the same, and to go on from it as if it had been.
 *
 * @param file its path
 * @param grounds what the reading rested on
 * @param fingerprint of all of that; null when it cannot be told whether it is still the same
 * @param bytes how many were read for it
 * @param pages of documentation that its entities name
 * @param targets of its locations, in order
 * @param faults why it was not read whole
 * @param notes what its owner may want to know
 */
public record FileReading(
    String file,
    Grounds grounds,
    @Nullable String fingerprint,
    long bytes,
    int pages,
    List<String> targets,
    List<String> faults,
    List<String> notes) {}
