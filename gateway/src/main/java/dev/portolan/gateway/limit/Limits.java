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
 * @param impactPage the longest page of the entities of an impact
 */
public record Limits(int depth, long complexity, int fields, int page, int impactPage) {

  /** Refuses what goes past a limit. */
  public static CodedException exceeded(String message) {
    return new CodedException(ErrorCode.LIMIT_EXCEEDED, message);
  }
}
