package dev.portolan.cli.importing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the documents of a file in YAML or JSON, within bounds. */
final class Documents {
  /** The largest file that is read, in bytes: a scorecard has a few thousand. */
  static final int MOST_BYTES = 8 << 20;

  private static final int DEEPEST = 60;

  /** Of lists and mappings: what many aliases amount to grows with each. */
  private static final int MOST_ALIASES = 5;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .build())
          .build();

  private static final LoadSettings YAML =
      LoadSettings.builder()
          .setSchema(new CoreSchema())
          .setCodePointLimit(MOST_BYTES)
          .setMaxAliasesForCollections(MOST_ALIASES)
          .setAllowDuplicateKeys(false)
          .build();

  private Documents() {}

  /**
   * The documents of a file, those that are empty left out.
   *
   * @throws UnreadableException when it cannot be read as a whole
   */
  static List<JsonNode> of(Path file) throws UnreadableException {
    String text = text(file);
    String begin = text.stripLeading();
    try {
      return begin.startsWith("{") || begin.startsWith("[")
          ? List.of(JSON.readTree(text))
          : yaml(text);
    } catch (JacksonException e) {
      throw new UnreadableException(file, "is not JSON: " + e.getOriginalMessage(), e);
    } catch (YamlEngineException e) {
      String message = String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
      throw new UnreadableException(file, "is not YAML: " + message, e);
    }
  }

  private static List<JsonNode> yaml(String text) {
    requireShallow(text);
    List<JsonNode> documents = new ArrayList<>();
    for (Object document : new Load(YAML).loadAllFromString(text)) {
      if (document != null) {
        documents.add(JSON.valueToTree(document));
      }
    }
    return List.copyOf(documents);
  }

  /**
   * Looks at the events first: to build the values recurses as deep as the text asks for, and
   * without an end where a collection lies in itself.
   */
  private static void requireShallow(String text) {
    Deque<Optional<Anchor>> open = new ArrayDeque<>();
    for (Event event : new Parse(YAML).parseString(text)) {
      switch (event) {
        case CollectionStartEvent start -> open.push(start.getAnchor());
        case CollectionEndEvent _ -> open.pop();
        case AliasEvent alias when open.contains(alias.getAnchor()) ->
            throw new YamlEngineException("a collection lies in itself");
        default -> {}
      }
      if (open.size() > DEEPEST) {
        throw new YamlEngineException("mappings and lists nest more than " + DEEPEST + " deep");
      }
    }
  }

  private static String text(Path file) throws UnreadableException {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new UnreadableException(file, "has more than " + MOST_BYTES + " bytes", null);
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableException(file, "is not UTF-8", e);
    } catch (IOException e) {
      throw new UnreadableException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
  }
}
