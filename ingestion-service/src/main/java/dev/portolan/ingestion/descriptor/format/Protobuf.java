package dev.portolan.ingestion.descriptor.format;

import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.dialect.Draft;
import dev.portolan.ingestion.descriptor.dialect.Sort;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.dialect.ValidName;
import dev.portolan.ingestion.descriptor.format.protobuf.ProtoFile;
import dev.portolan.ingestion.descriptor.format.protobuf.UnclosedException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Protocol Buffers: each service is an API of the name by which gRPC calls it, package and all; its
 * definition is the file without the other services.
 */
public record Protobuf() implements Format {
  private static final Pattern VERSION = Pattern.compile("(?:.*\\.)?(v[0-9][a-z0-9]*)");

  /** Each has the rest of the file in its definition. */
  private static final int MOST_SERVICES = 50;

  @Override
  public String name() {
    return "protobuf";
  }

  @Override
  public List<String> files() {
    return List.of("**/*.proto");
  }

  @Override
  public boolean isText(String file) {
    return file.endsWith(".proto");
  }

  @Override
  public boolean recognises(FileDocument document) {
    return isText(document.file());
  }

  @Override
  public List<Translation> translate(FileDocument document) {
    String text = document.text();
    try {
      ProtoFile file = ProtoFile.of(text);
      if (file.services().isEmpty() || file.services().size() > MOST_SERVICES) {
        return List.of(
            new Translation.ToNothing(
                file.services().isEmpty()
                    ? "a protobuf file without a service"
                    : "a protobuf file with more than " + MOST_SERVICES + " services"));
      }
      return file.services().stream().map(each -> api(document, file, each)).toList();
    } catch (UnclosedException e) {
      return List.of(
          new Translation.ToProblem(
              "/" + e.line(), "protobuf", String.valueOf(e.getMessage()), Optional.empty()));
    }
  }

  private Translation api(FileDocument document, ProtoFile file, ProtoFile.Service service) {
    String at = "/" + service.line();
    Draft draft = Draft.inFormat(name(), document.tree(), at);
    draft.sort(new Sort("API", Optional.of("grpc")), at);
    draft.metadata("name", text(ValidName.end(file.fullName(service), NamingRule.MAX_LENGTH)), at);
    draft.metadata("title", text(service.name()), at);
    if (!service.comment().isEmpty()) {
      draft.metadata("description", text(service.comment()), at);
    }
    draft.spec("package", text(file.packageName()), at);
    Matcher version = VERSION.matcher(file.packageName());
    if (version.matches()) {
      draft.spec("version", text(version.group(1)), at);
    }
    draft.spec("definition", text(file.definition(service, document.text())), at);
    return draft.done();
  }

  private static JsonNode text(String text) {
    return JsonNodeFactory.instance.stringNode(text);
  }
}
