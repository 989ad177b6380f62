package dev.portolan.ingestion.fact;

import dev.portolan.events.EntityRef;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.ValueOf;
import dev.portolan.ingestion.descriptor.body.BodyDocument;
import dev.portolan.ingestion.descriptor.body.MalformedTextException;
import dev.portolan.ingestion.descriptor.body.Pointers;
import dev.portolan.ingestion.descriptor.rule.Finding;
import dev.portolan.ingestion.descriptor.rule.Findings;
import dev.portolan.ingestion.descriptor.rule.TextRule;
import dev.portolan.ingestion.descriptor.rule.Words;
import dev.portolan.ingestion.observation.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads one fact that a source says, or says what is wrong with it. */
public final class FactReader {
  private static final Set<String> MEMBERS = Set.of("entity", "fact", "value", "add", "observedAt");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

  private FactReader() {}

  /**
   * Reads a fact.
   *
   * @param now when it was received; what does not say when it was observed was observed then
   */
  public static ReadFact read(BodyDocument document, Instant now) {
    int index = document.document() - 1;
    try {
      JsonNode tree = document.tree();
      return new ReadFact.Accepted(observation(index, document.line(), tree, now));
    } catch (MalformedTextException e) {
      return new ReadFact.Rejected(new FactProblem(index, e.line(), null, e.getMessage()));
    } catch (FactFault fault) {
      return new ReadFact.Rejected(fault.at(index, document.line()));
    }
  }

  private static FactObservation observation(int index, int line, JsonNode tree, Instant now)
      throws FactFault {
    if (!tree.isObject()) {
      throw new FactFault(null, "A fact must be an object, and this is " + Words.of(tree) + ".");
    }
    checkText(tree);
    checkMembers(tree);
    FactKey key = new FactKey(entity(tree.path("entity")), fact(tree.path("fact")));
    return new FactObservation(index, line, key, word(tree), observedAt(tree, now));
  }

  private static void checkText(JsonNode tree) throws FactFault {
    Findings findings = new Findings();
    TextRule.check(tree, findings);
    if (!findings.problems().isEmpty()) {
      Finding first = findings.problems().getFirst();
      throw new FactFault(first.field(), first.message());
    }
  }

  private static void checkMembers(JsonNode tree) throws FactFault {
    for (String name : tree.propertyNames()) {
      if (!MEMBERS.contains(name)) {
        throw new FactFault(
            Pointers.child("", Words.shortened(name)),
            "A fact has the members entity, fact, value or add, and observedAt; this is none of"
                + " them.");
      }
    }
    if (tree.has("value") == tree.has("add")) {
      throw new FactFault(
          null,
          tree.has("add")
              ? "Say value or add, and not both of one fact."
              : "Say value, or add for elements of a list, or value: null to withdraw the fact.");
    }
  }

  private static EntityRef entity(JsonNode entity) throws FactFault {
    if (!entity.isString()) {
      throw new FactFault(
          "/entity",
          "The entity must be a reference such as component:default/checkout, and it is "
              + Words.of(entity)
              + ".");
    }
    try {
      return EntityRef.parse(entity.stringValue());
    } catch (InvalidNameException e) {
      throw new FactFault("/entity", String.valueOf(e.getMessage()));
    }
  }

  private static String fact(JsonNode fact) throws FactFault {
    if (!fact.isString()) {
      throw new FactFault(
          "/fact", "The fact must be a name such as coverage, and it is " + Words.of(fact) + ".");
    }
    try {
      return NamingRule.FACT.check("fact", fact.stringValue());
    } catch (InvalidNameException e) {
      throw new FactFault("/fact", String.valueOf(e.getMessage()));
    }
  }

  private static Instant observedAt(JsonNode tree, Instant now) throws FactFault {
    JsonNode said = tree.path("observedAt");
    if (said.isMissingNode() || said.isNull()) {
      return now;
    }
    // To the microsecond, which is what PostgreSQL keeps.
    Instant observedAt = Moments.read("/observedAt", said).truncatedTo(ChronoUnit.MICROS);
    if (observedAt.isAfter(now.plus(CLOCKS_DIFFER))) {
      throw new FactFault(
          "/observedAt",
          "observedAt is %s, more than %d minutes after %s, which is now: set the clock right."
              .formatted(observedAt, CLOCKS_DIFFER.toMinutes(), now));
    }
    return observedAt;
  }

  private static Word word(JsonNode tree) throws FactFault {
    JsonNode value = tree.path("value");
    if (tree.has("add")) {
      return new Word.Add(elements(tree.path("add")));
    }
    return value.isNull()
        ? new Word.Withdraw()
        : new Word.Replace(bounded("/value", value, FactLimits.DEPTH, FactLimits.VALUE_BYTES));
  }

  private static List<Element> elements(JsonNode add) throws FactFault {
    if (!add.isArray()) {
      throw new FactFault(
          "/add", "add must be a list of elements, and it is " + Words.of(add) + ".");
    }
    List<Element> elements = new ArrayList<>(add.size());
    for (JsonNode each : add) {
      elements.add(element("/add/" + elements.size(), each));
    }
    return elements;
  }

  /**
   * Reads an element of a list.
   *
   * @param field where it stands, as a JSON pointer
   */
  static Element element(String field, JsonNode element) throws FactFault {
    if (!element.isObject()) {
      throw new FactFault(
          field,
          "An element must be an object with id and at, and it is " + Words.of(element) + ".");
    }
    JsonNode id = element.path("id");
    if (!id.isString() || id.stringValue().isEmpty()) {
      throw new FactFault(
          field + "/id",
          "The id, which tells the element from others, must be a string that is not empty, and it"
              + " is "
              + (id.isString() ? "empty" : Words.of(id))
              + ".");
    }
    Instant at = Moments.read(field + "/at", element.path("at"));
    // The list itself is one level, and two bytes.
    String json = bounded(field, element, FactLimits.DEPTH - 1, FactLimits.VALUE_BYTES - 2);
    return new Element(id.stringValue(), at, json);
  }

  /** The value as canonical JSON. */
  private static String bounded(String field, JsonNode value, int depth, int bytes)
      throws FactFault {
    if (isDeeper(value, depth)) {
      throw new FactFault(
          field,
          "Objects and lists of a value nest at most "
              + FactLimits.DEPTH
              + " deep; these nest deeper.");
    }
    String json = CanonicalJson.ofValue(ValueOf.tree(value));
    int length = json.getBytes(StandardCharsets.UTF_8).length;
    if (length > bytes) {
      throw new FactFault(
          field,
          "As JSON this has %d bytes; a value has at most %d. Keep details where they are and put a link here."
              .formatted(length, FactLimits.VALUE_BYTES));
    }
    return json;
  }

  private static boolean isDeeper(JsonNode value, int depth) {
    return value.isContainer()
        && (depth == 0 || value.valueStream().anyMatch(each -> isDeeper(each, depth - 1)));
  }
}
