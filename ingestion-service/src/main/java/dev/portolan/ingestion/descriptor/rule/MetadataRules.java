package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.events.NamingRule;
import dev.portolan.ingestion.descriptor.body.Pointers;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What the rest of the metadata keeps. */
final class MetadataRules {
  private static final Set<String> KNOWN =
      Set.of("name", "namespace", "title", "description", "labels", "annotations", "tags", "links");

  private MetadataRules() {}

  static void title(Descriptor descriptor, Findings findings) {
    text(descriptor, findings, "title");
  }

  static void description(Descriptor descriptor, Findings findings) {
    text(descriptor, findings, "description");
  }

  private static void text(Descriptor descriptor, Findings findings, String key) {
    JsonNode value = descriptor.metadata().path(key);
    if (!Descriptor.isAbsent(value) && !value.isString()) {
      findings.problem(
          key,
          "/metadata/" + key,
          value,
          "The " + key + " must be a string, and it is " + Words.of(value) + ".");
    }
  }

  static void labels(Descriptor descriptor, Findings findings) {
    for (Map.Entry<String, JsonNode> label : entries(descriptor, findings, "label", "labels")) {
      String field = Pointers.child("/metadata/labels", label.getKey());
      QualifiedKeys.check("label", field, label, findings);
      boolean empty = label.getValue().isString() && label.getValue().stringValue().isEmpty();
      if (!empty) {
        findings.name("label", field, label.getValue(), "value of the label", NamingRule.NAME);
      }
    }
  }

  static void annotations(Descriptor descriptor, Findings findings) {
    for (Map.Entry<String, JsonNode> annotation :
        entries(descriptor, findings, "annotation", "annotations")) {
      String field = Pointers.child("/metadata/annotations", annotation.getKey());
      QualifiedKeys.check("annotation", field, annotation, findings);
      if (!annotation.getValue().isString()) {
        findings.problem(
            "annotation",
            field,
            annotation.getValue(),
            "The value of an annotation must be a string, and it is "
                + Words.of(annotation.getValue())
                + ".");
      }
    }
  }

  private static Set<Map.Entry<String, JsonNode>> entries(
      Descriptor descriptor, Findings findings, String rule, String key) {
    JsonNode value = descriptor.metadata().path(key);
    if (!Descriptor.isAbsent(value) && !value.isObject()) {
      findings.problem(
          rule,
          "/metadata/" + key,
          value,
          "The " + key + " must be a mapping, and it is " + Words.of(value) + ".");
    }
    return value.properties();
  }

  static void tags(Descriptor descriptor, Findings findings) {
    JsonNode tags = descriptor.metadata().path("tags");
    if (!Descriptor.isAbsent(tags) && !tags.isArray()) {
      findings.problem(
          "tag",
          "/metadata/tags",
          tags,
          "The tags must be a list, and it is " + Words.of(tags) + ".");
    } else {
      int index = 0;
      for (JsonNode tag : tags) {
        findings.name("tag", "/metadata/tags/" + index++, tag, "tag", NamingRule.TAG);
      }
    }
  }

  static void links(Descriptor descriptor, Findings findings) {
    JsonNode links = descriptor.metadata().path("links");
    if (!Descriptor.isAbsent(links) && !links.isArray()) {
      findings.problem(
          "link",
          "/metadata/links",
          links,
          "The links must be a list, and it is " + Words.of(links) + ".");
    } else {
      int index = 0;
      for (JsonNode link : links) {
        LinkRule.check("/metadata/links/" + index++, link, findings);
      }
    }
  }

  static void nothingElse(Descriptor descriptor, Findings findings) {
    for (Map.Entry<String, JsonNode> field : descriptor.metadata().properties()) {
      if (!KNOWN.contains(field.getKey())) {
        findings.note(
            Pointers.child("/metadata", field.getKey()),
            "metadata."
                + Words.shortened(field.getKey())
                + " is not kept: put it into the annotations or the spec");
      }
    }
  }
}
