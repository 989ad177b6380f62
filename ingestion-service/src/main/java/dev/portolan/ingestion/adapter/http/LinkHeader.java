package dev.portolan.ingestion.adapter.http;

import java.util.List;
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

  /** A link can have several relations, separated by blanks. */
  private static boolean isNext(String parameters) {
    Matcher parameter = PARAMETER.matcher(parameters);
    while (parameter.find()) {
      if (parameter.group(1).equalsIgnoreCase("rel")) {
        String names = parameter.group(2) == null ? parameter.group(3) : parameter.group(2);
        return names != null
            && Stream.of(names.strip().split("\\s+", -1)).anyMatch("next"::equalsIgnoreCase);
      }
    }
    return false;
  }
}
