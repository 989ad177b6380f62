package dev.portolan.ingestion.adapter.http;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The links that an answer has in its headers, as RFC 8288 writes them. */
final class LinkHeader {
  private static final Pattern LINK =
      Pattern.compile(
          "<([^<>]*)>((?:\\s*;\\s*[\\w!#$&+.^`|~*-]+\\s*(?:=\\s*(?:\"[^\"]*\"|[^\\s\",;]*))?)*+)");

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([\\w!#$&+.^`|~*-]+)\\s*(?:=\\s*(?:\"([^\"]*)\"|([^\\s\",;]*)))?");

  private LinkHeader() {}

  /** The target of the link to the next page. */
  static Optional<String> next(List<String> headers) {
    for (String header : headers) {
      Matcher link = LINK.matcher(header);
      while (link.find()) {
        if (isNext(link.group(2))) {
          return Optional.of(link.group(1));
        }
      }
    }
    return Optional.empty();
  }

  /** A link can have several relations; Sentry links on past the end and says so by a parameter. */
  private static boolean isNext(String parameters) {
    Matcher parameter = PARAMETER.matcher(parameters);
    boolean next = false;
    while (parameter.find()) {
      String value = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
      String name = parameter.group(1).toLowerCase(Locale.ROOT);
      if (name.equals("results") && "false".equals(value)) {
        return false;
      }
      next |=
          name.equals("rel")
              && value != null
              && Stream.of(value.strip().split("\\s+", -1)).anyMatch("next"::equalsIgnoreCase);
    }
    return next;
  }
}
