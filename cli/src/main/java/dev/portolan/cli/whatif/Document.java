package dev.portolan.cli.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * A part of a file that is read by itself.
 *
 * @param line where it begins in the file, from 1
 */
record Document(int line, String text) {
  private static final JsonMapper JSON = JsonMapper.shared();

  /** As ingestion-service tells JSON from YAML, which may begin with a bracket too. */
  private static final Pattern BEGINNING_OF_JSON =
      Pattern.compile("\\s*(\\{\\s*[\"}]|\\[\\s*[{\\[\\]\"\\-0-9]).*", Pattern.DOTALL);

  /**
   * The values of JSON, JSON Lines or a JSON array, each by itself; any other text as a whole, for
   * it has markers of its own. What is not JSON after all stays as it is: the service says what is
   * wrong with it.
   */
  static List<Document> in(String text) {
    return BEGINNING_OF_JSON.matcher(text).matches()
        ? new Values(text).cut()
        : List.of(new Document(1, text));
  }

  /** The values of a text, as they are found. */
  private static final class Values {
    private final String text;
    private final List<Document> found = new ArrayList<>();
    private int end;

    Values(String text) {
      this.text = text;
    }

    List<Document> cut() {
      try (JsonParser parser = JSON.createParser(text)) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
          if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
            add(parser);
          }
        }
      } catch (JacksonException e) {
        String rest = text.substring(end);
        found.add(new Document(lineAt(end), rest));
      }
      return found;
    }

    private void add(JsonParser parser) {
      int start = (int) parser.currentTokenLocation().getCharOffset();
      int line = parser.currentTokenLocation().getLineNr();
      parser.skipChildren();
      parser.finishToken();
      end = (int) parser.currentLocation().getCharOffset();
      // YAML takes no tabs to indent by, and JSON has none inside of a string.
      found.add(new Document(line, text.substring(start, end).replace('\t', ' ')));
    }

    private int lineAt(int offset) {
      return 1 + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
    }
  }
}
