package dev.portolan.ingestion.descriptor.format;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.dialect.Draft;
import dev.portolan.ingestion.descriptor.dialect.Sort;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.dialect.ValidName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * An API that is being made of a document with such an {@code info} as OpenAPI and AsyncAPI have.
 */
final class ApiDraft {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** Whoever keeps a document elsewhere relies on neither being there. */
  private static final List<String> PLACES = List.of("/info", "");

  /** What nobody has agreed on a name for but everybody needs, ours first. */
  private static final List<String> OWNER = List.of("x-portolan-owner", "x-owner");

  private static final List<String> COMPONENT = List.of("x-portolan-component", "x-component");

  private static final Pattern WEB = Pattern.compile("https?://[^\\s\\p{Cntrl}]{1,2000}");

  private final JsonNode tree;
  private final Draft draft;

  private ApiDraft(String format, FileDocument document) {
    this.tree = document.tree();
    this.draft = Draft.inFormat(format, tree, "");
    draft.sort(new Sort("API", Optional.of(format)), "");
    name(document.file());
    draft.metadata("title", "/info/title");
    draft.metadata("description", "/info/description");
    draft.spec("version", tree.path("info").path("version"), "/info/version");
    draft.spec("definition", NODES.stringNode(document.text()), "");
    for (String place : PLACES) {
      tags(place + "/tags");
      link(place + "/externalDocs", "description");
    }
    link("/info/contact", "name");
    reference(OWNER, "Group").ifPresent(each -> draft.ownerReference(each.node(), each.at()));
    reference(COMPONENT, "Component")
        .ifPresent(each -> draft.relation("apiProvidedBy", each.node(), each.at()));
  }

  /** What all such documents say alike. */
  static ApiDraft of(String format, FileDocument document) {
    return new ApiDraft(format, document);
  }

  /** A field of the spec. */
  void spec(String field, JsonNode value, String origin) {
    draft.spec(field, value, origin);
  }

  Translation done() {
    return draft.done();
  }

  private void name(String file) {
    String title = ValidName.cut(at("/info/title").asString(""));
    draft.metadata(
        "name", NODES.stringNode(title.isEmpty() ? FileName.of(file) : title), "/info/title");
  }

  /** The titles of groups of operations: as tags, which are in lower case and have no blanks. */
  private void tags(String pointer) {
    int index = 0;
    for (JsonNode each : at(pointer)) {
      String tag =
          each.path("name")
              .asString("")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9:+#]+", "-")
              .replaceAll("^-|-$", "");
      if (NamingRule.TAG.allows(tag)) {
        draft.tag(NODES.stringNode(tag), pointer + "/" + index);
      }
      index++;
    }
  }

  private void link(String pointer, String title) {
    JsonNode link = at(pointer);
    if (WEB.matcher(link.path("url").asString("")).matches()) {
      JsonNode said = link.path(title);
      draft.link(
          link.path("url"),
          said.isString() ? said : NODES.missingNode(),
          NODES.missingNode(),
          pointer);
    }
  }

  /** A reference, and where it stands. */
  private record Said(JsonNode node, String at) {}

  private Optional<Said> reference(List<String> keys, String kind) {
    for (String key : keys) {
      for (String place : PLACES) {
        String pointer = place + "/" + key;
        JsonNode value = at(pointer);
        if (value.isString()) {
          try {
            EntityRef ref = EntityRef.parse(value.stringValue(), kind, EntityRef.DEFAULT_NAMESPACE);
            return Optional.of(new Said(NODES.stringNode(ref.toString()), pointer));
          } catch (InvalidNameException e) {
            draft.note(pointer, key + " is no reference and says nothing here");
          }
        }
      }
    }
    return Optional.empty();
  }

  private JsonNode at(String pointer) {
    return tree.at(JsonPointer.compile(pointer));
  }
}
