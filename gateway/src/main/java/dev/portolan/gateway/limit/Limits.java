package dev.portolan.gateway.limit;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;

/**
 * How much one GraphQL document may ask for.
 *
 * @param depth how many fields may stand inside each other
 * @param complexity how much work it may cause: objects and calls, multiplied by the sizes of pages
 * @param fields how many fields it may name, fragments counted wherever they are spread
 * @param page the longest page of a list
 * @param searchPage the longest page of hits
 * @param impactPage the longest page of the entities of an impact
 */
public record Limits(
    int depth, long complexity, int fields, int page, int searchPage, int impactPage) {

  /** The longest page of a field that has pages, such as {@code Query.search}. */
  public int longestPage(String field) {
    return switch (field) {
      case "Query.search" -> searchPage;
      case "Impact.entities", "WhatIfImpact.entities" -> impactPage;
      default -> page;
    };
  }

  /** Refuses what goes past a limit. */
  public static CodedException exceeded(String message) {
    return new CodedException(ErrorCode.LIMIT_EXCEEDED, message);
  }
}
