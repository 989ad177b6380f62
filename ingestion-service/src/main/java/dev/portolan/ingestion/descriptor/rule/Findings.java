package dev.portolan.ingestion.descriptor.rule;

import dev.portolan.events.InvalidNameException;
import dev.portolan.events.NamingRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Collects what the rules find in one descriptor; past a number that helps nobody it stops. */
public final class Findings {
  private static final int MOST = 100;

  private final List<Finding> problems = new ArrayList<>();
  private final Map<String, String> notes = new LinkedHashMap<>();

  /** Begins with none. */
  public Findings() {}

  /** Begins with those of another collection, which keeps what it has. */
  public Findings(Findings before) {
    problems.addAll(before.problems);
    notes.putAll(before.notes);
  }

  /** Whether no further problem is kept, so that none need be looked for. */
  public boolean isFull() {
    return problems.size() == MOST;
  }

  /** Keeps a broken rule. */
  public void problem(String rule, String field, JsonNode value, String message) {
    if (problems.size() < MOST) {
      problems.add(new Finding(field, rule, message, value));
    }
  }

  /** Whether a rule is broken at that field. */
  boolean hasProblemAt(String field) {
    return problems.stream().anyMatch(problem -> problem.field().equals(field));
  }

  /** Keeps what is worth knowing though no rule is broken. */
  public void note(String field, String message) {
    if (notes.size() < MOST) {
      notes.put(field, message);
    }
  }

  /** Checks a name, and keeps the broken rule when it breaks one. */
  void name(String rule, String field, JsonNode value, String part, NamingRule naming) {
    if (!value.isString()) {
      problem(
          rule,
          field,
          value,
          "The " + part + " must be a string, and it is " + Words.of(value) + ".");
      return;
    }
    try {
      naming.check(part, value.stringValue());
    } catch (InvalidNameException e) {
      problem(rule, field, value, String.valueOf(e.getMessage()));
    }
  }

  /** The broken rules, in the order in which they were found. */
  public List<Finding> problems() {
    return problems;
  }

  /** The notes by the fields that they are about. */
  public Map<String, String> notes() {
    return notes;
  }
}
