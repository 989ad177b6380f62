package dev.portolan.ingestion.adapter;

import dev.portolan.events.Entity;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A page of an entity's documentation.
 *
 * @param of what it documents
 * @param path of its file in the source
 * @param text as written, in Markdown
 */
record MarkdownPage(Entity of, String path, String text) {
  private static final String FENCE = "---";

  private static final Pattern TITLE_OF_FRONT_MATTER =
      Pattern.compile("^title:[ \\t]*[\"']?([^\"'\\r\\n]{1,500})", Pattern.MULTILINE);

  /**
   * The descriptor that says it, as JSON. Its name is a number of its entity and path: a name made
   * of words would be found like a component's, and paths have letters that no name may have.
   */
  byte[] descriptor() {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("name", name());
    metadata.put("namespace", of.namespace());
    metadata.put("title", title());
    Map<String, Object> spec = new LinkedHashMap<>();
    spec.put("documents", of.ref().toString());
    String owner = owner();
    if (owner != null) {
      spec.put("owner", owner);
    }
    spec.put("path", path);
    spec.put("text", text.substring(frontMatter().length()));
    return JsonMapper.shared()
        .writeValueAsBytes(
            Map.of(
                "apiVersion",
                "portolan.dev/v1",
                "kind",
                "Page",
                "metadata",
                metadata,
                "spec",
                spec));
  }

  private String name() {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((of.ref() + " " + path).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  private @Nullable String owner() {
    return of.relations().stream()
        .filter(relation -> relation.type().equals("ownedBy"))
        .map(relation -> relation.target().toString())
        .findFirst()
        .orElse(null);
  }

  /** What MkDocs takes away from the beginning of a page, and may name it. */
  private String frontMatter() {
    int end =
        text.startsWith(FENCE + "\n") || text.startsWith(FENCE + "\r\n")
            ? text.indexOf("\n" + FENCE, FENCE.length())
            : -1;
    if (end < 0) {
      return "";
    }
    int next = text.indexOf('\n', end + 1);
    return next < 0 ? text : text.substring(0, next + 1);
  }

  private String title() {
    String matter = frontMatter();
    Matcher said = TITLE_OF_FRONT_MATTER.matcher(matter);
    if (said.find() && !said.group(1).isBlank()) {
      return said.group(1).strip();
    }
    String heading = FirstHeading.of(text.substring(matter.length()));
    return heading == null ? fileName() : heading;
  }

  private String fileName() {
    String file = path.substring(path.lastIndexOf('/') + 1);
    return file.substring(0, file.lastIndexOf('.')).replace('-', ' ').replace('_', ' ');
  }
}
