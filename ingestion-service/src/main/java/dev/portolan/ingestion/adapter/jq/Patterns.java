package dev.portolan.ingestion.adapter.jq;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.thisptr.jackson.jq.Expression;
import net.thisptr.jackson.jq.Function;
import net.thisptr.jackson.jq.PathOutput;
import net.thisptr.jackson.jq.Scope;
import net.thisptr.jackson.jq.exception.JsonQueryException;
import net.thisptr.jackson.jq.internal.misc.OnigUtils;
import org.joni.Matcher;
import org.joni.Option;
import org.joni.Region;
import org.jspecify.annotations.Nullable;

/**
 * What {@code test}, {@code match}, {@code sub} and their kin stand on, in the place of
 * jackson-jq's own: a pattern such as {@code (a+)+$} looks for longer than anybody lives, and those
 * cannot be told to give up.
 */
final class Patterns {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** A place in the text, in bytes; what its groups hold, null where a group took no part. */
  private record Match(int begin, int end, List<@Nullable Span> groups) {}

  private record Span(int begin, int end) {}

  private Patterns() {}

  /** The functions by their names. */
  static Map<String, Function> functions() {
    return Map.of(
        "_match_impl/3",
        (scope, arguments, in, path, output, version) -> match(scope, arguments, in, output),
        "_sub_impl/3",
        (scope, arguments, in, path, output, version) -> replace(scope, arguments, in, output));
  }

  private static void match(Scope scope, List<Expression> arguments, JsonNode in, PathOutput output)
      throws JsonQueryException {
    byte[] text = bytes(in);
    arguments
        .get(2)
        .apply(
            scope,
            in,
            test ->
                arguments
                    .get(1)
                    .apply(
                        scope,
                        in,
                        flags ->
                            arguments
                                .get(0)
                                .apply(
                                    scope,
                                    in,
                                    regex -> {
                                      OnigUtils.Pattern pattern = pattern(regex, flags);
                                      List<Match> found = find(pattern, text);
                                      output.emit(
                                          test.asBoolean()
                                              ? BooleanNode.valueOf(!found.isEmpty())
                                              : matches(pattern, found, text),
                                          null);
                                    })));
  }

  private static void replace(
      Scope scope, List<Expression> arguments, JsonNode in, PathOutput output)
      throws JsonQueryException {
    byte[] text = bytes(in);
    arguments
        .get(0)
        .apply(
            scope,
            in,
            regex ->
                arguments
                    .get(2)
                    .apply(
                        scope,
                        in,
                        flags -> {
                          OnigUtils.Pattern pattern = pattern(regex, flags);
                          StringBuilder replaced = new StringBuilder();
                          int copied = 0;
                          for (Match match : find(pattern, text)) {
                            replaced.append(string(text, new Span(copied, match.begin)));
                            List<JsonNode> with = new ArrayList<>();
                            arguments.get(1).apply(scope, named(pattern, match, text), with::add);
                            // jq makes a text of each; no mapping in sight has more than one.
                            if (with.isEmpty() || !with.getFirst().isTextual()) {
                              throw new JsonQueryException(
                                  "what takes the place of a match must be a text");
                            }
                            replaced.append(with.getFirst().textValue());
                            Meter.current().text(replaced.length());
                            copied = match.end;
                          }
                          replaced.append(string(text, new Span(copied, text.length)));
                          output.emit(new TextNode(replaced.toString()), null);
                        }));
  }

  private static byte[] bytes(JsonNode in) throws JsonQueryException {
    if (!in.isTextual()) {
      throw new JsonQueryException("only a text can be searched, and this is " + type(in));
    }
    return in.textValue().getBytes(StandardCharsets.UTF_8);
  }

  private static OnigUtils.Pattern pattern(JsonNode regex, JsonNode flags)
      throws JsonQueryException {
    if (!regex.isTextual()) {
      throw new JsonQueryException("a pattern must be a text, and this is " + type(regex));
    }
    try {
      return new OnigUtils.Pattern(regex.textValue(), flags.isTextual() ? flags.textValue() : null);
    } catch (org.joni.exception.JOniException e) {
      throw new JsonQueryException("'" + regex.textValue() + "' is no pattern: " + e.getMessage());
    }
  }

  private static String type(JsonNode value) {
    return value.getNodeType().name().toLowerCase(java.util.Locale.ROOT);
  }

  private static List<Match> find(OnigUtils.Pattern pattern, byte[] text) {
    Meter meter = Meter.current();
    List<Match> found = new ArrayList<>();
    int from = 0;
    try {
      do {
        Matcher matcher =
            pattern.regex.matcher(text, 0, text.length, Math.max(1, meter.nanosLeft()));
        meter.spend(1);
        if (matcher.searchInterruptible(from, text.length, Option.NONE) < 0) {
          break;
        }
        found.add(match(matcher));
        from = matcher.getEnd() > matcher.getBegin() ? matcher.getEnd() : next(text, matcher);
      } while (pattern.global && from <= text.length);
    } catch (InterruptedException e) {
      throw new RunawayException("its pattern searched for too long and was stopped");
    }
    return found;
  }

  /** The begin of the next letter. */
  private static int next(byte[] text, Matcher matcher) {
    int next = matcher.getEnd() + 1;
    while (next < text.length && (text[next] & 0xC0) == 0x80) {
      next++;
    }
    return next;
  }

  private static Match match(Matcher matcher) {
    List<@Nullable Span> groups = new ArrayList<>();
    Region region = matcher.getRegion();
    for (int i = 1; region != null && i < region.getNumRegs(); i++) {
      groups.add(region.getBeg(i) < 0 ? null : new Span(region.getBeg(i), region.getEnd(i)));
    }
    return new Match(matcher.getBegin(), matcher.getEnd(), groups);
  }

  private static ArrayNode matches(OnigUtils.Pattern pattern, List<Match> found, byte[] text) {
    ArrayNode matches = NODES.arrayNode();
    int[] letters = letters(text);
    for (Match match : found) {
      ObjectNode told = matches.addObject();
      place(told, text, letters, new Span(match.begin, match.end));
      ArrayNode captures = told.putArray("captures");
      for (int i = 0; i < match.groups.size(); i++) {
        ObjectNode capture = captures.addObject();
        place(capture, text, letters, match.groups.get(i));
        capture.put("name", pattern.names[i + 1]);
      }
    }
    return matches;
  }

  private static void place(ObjectNode told, byte[] text, int[] letters, @Nullable Span span) {
    Meter.current().spend(1);
    told.put("offset", span == null ? -1 : letters[span.begin]);
    told.put("length", span == null ? 0 : letters[span.end] - letters[span.begin]);
    told.put("string", span == null ? null : string(text, span));
  }

  /** How many letters stand before each byte. */
  private static int[] letters(byte[] text) {
    int[] letters = new int[text.length + 1];
    for (int i = 0; i < text.length; i++) {
      letters[i + 1] = letters[i] + ((text[i] & 0xC0) == 0x80 ? 0 : 1);
    }
    return letters;
  }

  private static JsonNode named(OnigUtils.Pattern pattern, Match match, byte[] text) {
    ObjectNode named = NODES.objectNode();
    for (int i = 0; i < match.groups.size(); i++) {
      String name = pattern.names[i + 1];
      Span span = match.groups.get(i);
      if (name != null) {
        named.put(name, span == null ? null : string(text, span));
      }
    }
    return named;
  }

  private static String string(byte[] text, Span span) {
    return new String(text, span.begin, span.end - span.begin, StandardCharsets.UTF_8);
  }
}
