package dev.portolan.ingestion.fact;

import java.util.List;

/**
 * What the facts of a request came to.
 *
 * @param accepted how many had a part in a change
 * @param unchanged how many said nothing new, or came too late
 * @param rejected those that broke a rule, in the order of the request
 * @param unknownEntities how many of the accepted are of entities that do not exist now
 */
public record FactReport(
    long accepted, long unchanged, List<FactProblem> rejected, long unknownEntities) {}
