package dev.portolan.cli.whatif;

import java.util.Map;

/**
 * What the gateway is asked.
 *
 * @param full whether the documents are all that the source says
 */
record Question(String source, String documents, boolean full) {
  private static final String QUERY =
      """
      query($source: String!, $documents: String!, $mode: WhatIfMode!) {
        whatIf(source: $source, documents: $documents, mode: $mode) {
          changes { ref change changed { path before after } }
          unchanged rejected notes held
          impact {
            total complete incompleteReason
            byDepth { depth count } byKind { key count } byOwner { key count }
            ownersTotal: distinct(of: OWNER)
            owners(first: 100) { ref count peopleTotal }
          }
          lost { total steps { ref dependency } }
          gained { total steps { ref dependency } }
          appearing { kind ref related } appearingTotal
          disappearing { kind ref related } disappearingTotal
          scorecards {
            scorecardRef ref before { level score } after { level score } rules { rule before after }
          }
        }
      }""";

  /** The body of the request. */
  Map<String, Object> body() {
    return Map.of(
        "query",
        QUERY,
        "variables",
        Map.of("source", source, "documents", documents, "mode", full ? "FULL" : "DELTA"));
  }
}
