package dev.portolan.gateway;

/** Answers of search-service. */
final class Hits {
  private Hits() {}

  static String none() {
    return """
        {"total":0,"hits":[],"facets":[],"endCursor":null,"hasNextPage":false,"stale":false,"partial":false}""";
  }

  static String one() {
    return """
        {"total":1,"hits":[{"ref":"component:default/payments","score":12.5,
          "highlights":[{"field":"description","fragments":["takes <em>pay</em>ments"]}],
          "explanation":["4: a word of its description begins with \\"pay\\""]}],
         "facets":[{"field":"kind","buckets":[{"key":"Component","count":1}]}],
         "endCursor":null,"hasNextPage":false,"didYouMean":"payments","stale":false,"partial":false}""";
  }
}
