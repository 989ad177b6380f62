package dev.portolan.ingestion.descriptor.body;

import java.util.Collection;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One document of a body, not parsed yet. */
public sealed interface BodyDocument
    permits JsonDocument, YamlDocument, PlainText, TooLargeDocument, Unwritten {

  /** Where it stands among the documents of its body, from 1. */
  int document();

  /** Where it begins in the body, from 1. */
  int line();

  /** Where its text begins, which may be earlier: with the comments before it. */
  default int start() {
    return line();
  }

  /** Whether it is known to be JSON before it is parsed. */
  default boolean isJson() {
    return false;
  }

  /**
   * Parses it.
   *
   * @return its tree; a missing node when it is empty
   * @throws MalformedTextException when it breaks a rule of its format or a limit
   */
  JsonNode tree() throws MalformedTextException;

  /** Its text as written, which a tree was made of; empty where there is none, or none any more. */
  default String text() {
    return "";
  }

  /**
   * Finds fields by a second pass, which only a document with problems needs.
   *
   * @param pointers JSON pointers into the tree
   * @return the line in the body, from 1, of each that is there
   */
  default Map<String, Integer> lines(Collection<String> pointers) {
    return Map.of();
  }

  /** Whether its text holds what a templating engine replaces and YAML cannot read. */
  default boolean looksLikeTemplate() {
    return false;
  }

  /** Whether a template engine has yet to fill in the name, so that it names no entity. */
  default boolean leavesNameOpen() {
    return false;
  }
}
