package dev.portolan.ingestion.descriptor.body;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.JsonNode;

/** A document in YAML 1.2, read by the core schema as Backstage does. */
final class YamlDocument implements BodyDocument {
  static final LoadSettings SETTINGS =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setCodePointLimit(Limits.DOCUMENT_BYTES)
          .build();

  private final int document;
  private final int start;
  private final int line;
  private final byte[] bytes;

  /**
   * @param start where its text begins, with the comments before it
   * @param line where the document itself begins
   */
  YamlDocument(int document, int start, int line, byte[] bytes) {
    this.document = document;
    this.start = start;
    this.line = line;
    this.bytes = bytes;
  }

  @Override
  public int document() {
    return document;
  }

  @Override
  public int line() {
    return line;
  }

  @Override
  public int start() {
    return start;
  }

  @Override
  public JsonNode tree() throws MalformedTextException {
    String text = Directives.blanked(Utf8.decode(bytes, start));
    StreamReader reader = new StreamReader(SETTINGS, text);
    try {
      return new YamlTree(new ParserImpl(SETTINGS, reader), start).read();
    } catch (MarkedYamlEngineException e) {
      Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
      String context = e.getContext() == null ? "" : e.getContext() + ", ";
      throw mark == null
          ? malformed(1, 1, context + e.getProblem())
          : malformed(mark.getLine() + 1, mark.getColumn() + 1, context + e.getProblem());
    } catch (ReaderException e) {
      String before = text.substring(0, text.offsetByCodePoints(0, e.getPosition()));
      throw malformed(
          1 + (int) before.chars().filter(c -> c == '\n').count(),
          before.length() - before.lastIndexOf('\n'),
          "the character U+%04X is not allowed".formatted(e.getCodePoint()));
    } catch (NumberFormatException e) {
      // The scanner takes whatever Unicode calls a digit for one of a number, as in `|𝟙`.
      Mark mark = reader.getMark().orElseThrow();
      throw malformed(mark.getLine() + 1, mark.getColumn() + 1, "a number cannot be read");
    } catch (YamlEngineException e) {
      throw malformed(1, 1, String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private MalformedTextException malformed(int lineInDocument, int column, String problem) {
    int errorLine = start + lineInDocument - 1;
    return new MalformedTextException(
        errorLine,
        column,
        "yaml",
        "This is not YAML: %s (line %d, column %d).".formatted(problem, errorLine, column));
  }

  @Override
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public Map<String, Integer> lines(Collection<String> pointers) {
    StreamReader reader = new StreamReader(SETTINGS, Directives.blanked(text()));
    return new YamlLines(new ParserImpl(SETTINGS, reader), start).find(pointers);
  }

  @Override
  public boolean looksLikeTemplate() {
    return TemplateText.isOne(text());
  }

  @Override
  public boolean leavesNameOpen() {
    return TemplateText.leavesNameOpen(text());
  }
}
