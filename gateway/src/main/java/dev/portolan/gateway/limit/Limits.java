package dev.portolan.gateway.limit;

import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import java.util.regex.Pattern;

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

  /** The most keys of a roll-up; catalog-service names no more. */
  private static final int ROLLED_UP = 10_000;

  /** As many as anybody reads while typing; search-service gives no more. */
  private static final int SUGGESTIONS = 20;

  /** As many as anybody mends next; scorecard-service names no more. */
  private static final int FIXES = 200;

  private static final Pattern ROLL_UP = Pattern.compile("(WhatIf)?Impact\\.by\\w+");

  /** The longest page of a field that has pages, such as {@code Query.search}. */
  public int longestPage(String field) {
    return switch (field) {
      case "Query.search" -> searchPage;
      case "Query.suggestions" -> SUGGESTIONS;
      case "Query.fixes", "Entity.fixes" -> FIXES;
      case "Impact.entities", "WhatIfImpact.entities" -> impactPage;
      case String name when ROLL_UP.matcher(name).matches() -> ROLLED_UP;
      default -> page;
    };
  }

  /** Refuses what goes past a limit. */
  public static CodedException exceeded(String message) {
    return new CodedException(ErrorCode.LIMIT_EXCEEDED, message);
  }
}
