package dev.portolan.ingestion.descriptor.format;

import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.dialect.Draft;
import dev.portolan.ingestion.descriptor.dialect.Sort;
import dev.portolan.ingestion.descriptor.dialect.Translation;
import dev.portolan.ingestion.descriptor.dialect.ValidName;
import dev.portolan.ingestion.descriptor.format.terraform.Address;
import dev.portolan.ingestion.descriptor.format.terraform.ManagedResource;
import dev.portolan.ingestion.descriptor.format.terraform.State;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Terraform's states: each managed resource is a Resource of its type.
 *
 * <p>Addresses repeat from state to state, so the name is that of the address, of which the end is
 * kept, and eight digits of what the file and the address come to.
 */
public record Terraform() implements Format {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String STATE = ".tfstate";
  private static final String ADDRESS = "terraform.io/address";

  /** Of the file and the address, in bytes. */
  private static final int DIGEST = 4;

  @Override
  public String name() {
    return "terraform";
  }

  @Override
  public List<String> files() {
    return List.of("**/*" + STATE);
  }

  @Override
  public boolean isLarge(String file) {
    return file.endsWith(STATE);
  }

  @Override
  public boolean mayHoldSecrets(String file, String text) {
    return file.endsWith(STATE)
        || text.contains("\"terraform_version\"")
        || text.contains("\"lineage\"");
  }

  @Override
  public boolean recognises(FileDocument document) {
    JsonNode tree = document.tree();
    return tree.has("terraform_version")
        || tree.has("lineage")
        || (tree.path("version").isNumber() && tree.path("resources").path(0).has("mode"));
  }

  @Override
  public List<Translation> translate(FileDocument document) {
    JsonNode tree = document.tree();
    if (tree.has("format_version")) {
      return nothing("what terraform show prints, or a plan: the state itself is read");
    }
    if (tree.has("encrypted_data")) {
      return nothing("an encrypted state of OpenTofu");
    }
    State state = State.of(tree);
    List<Translation> translations = new ArrayList<>();
    state.managed().forEach(resource -> translations.add(resource(document, resource)));
    state
        .leftOut()
        .forEach(each -> translations.add(new Translation.ToNothing(each.reason(), each.part())));
    return translations.isEmpty() ? nothing("a Terraform state without resources") : translations;
  }

  private static List<Translation> nothing(String reason) {
    return List.of(new Translation.ToNothing(reason));
  }

  private Translation resource(FileDocument document, ManagedResource resource) {
    String part = resource.part();
    Address address = resource.address();
    Draft draft = Draft.inFormat(name(), document.tree(), part);
    draft.sort(new Sort("Resource", Optional.of(address.type())), part);
    draft.metadata("name", text(nameOf(document.file(), address)), part);
    draft.metadata("title", text(address.toString()), part);
    draft.annotation(ADDRESS, text(address.toString()), part);
    for (Map.Entry<String, String> tag : resource.tags().entrySet()) {
      if (NamingRule.NAME.allows(tag.getKey()) && NamingRule.NAME.allows(tag.getValue())) {
        draft.label(tag.getKey(), tag.getValue(), part);
      }
    }
    resource
        .owner()
        .map(EntityRef::toString)
        .ifPresent(owner -> draft.ownerReference(text(owner), part));
    draft.spec("provider", text(resource.provider()), part);
    draft.spec("module", text(address.module()), part);
    draft.spec("mode", text("managed"), part);
    draft.spec("instances", NODES.numberNode(resource.number()), part);
    ObjectNode attributes = NODES.objectNode();
    resource.attributes().forEach(attributes::put);
    draft.spec("attributes", attributes, part);
    ArrayNode dependencies = NODES.arrayNode();
    resource
        .dependencies()
        .forEach(each -> dependencies.add("resource:" + nameOf(document.file(), each)));
    draft.spec("dependsOn", dependencies, part);
    return draft.done();
  }

  private static JsonNode text(String text) {
    return NODES.stringNode(text);
  }

  private static String nameOf(String file, Address address) {
    String end = ValidName.end(address.toString(), NamingRule.MAX_LENGTH - 2 * DIGEST - 1);
    return (end.isEmpty() ? "" : end + "-") + digits(file + "\n" + address);
  }

  private static String digits(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, DIGEST);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
