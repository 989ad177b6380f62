package dev.portolan.cli.whatif;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.portolan.cli.proposal.Change;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The gateway's answer; a part that is null was not answered.
 *
 * @param changes the entities that would change
 * @param unchanged how many would stay as they are
 * @param rejected why documents would not be taken, at most the first thousand reasons
 * @param held why a full sync would retract nothing; null when it would not be held
 * @param lost dependencies that would be no more
 * @param gained dependencies that would be new
 * @param appearing the first findings that would be new
 * @param disappearing the first findings that would be no more
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record WhatIf(
    List<Change> changes,
    long unchanged,
    List<Problem> rejected,
    List<JsonNode> notes,
    @Nullable String held,
    @Nullable Reach impact,
    @Nullable Dependencies lost,
    @Nullable Dependencies gained,
    @Nullable List<Finding> appearing,
    @Nullable Integer appearingTotal,
    @Nullable List<Finding> disappearing,
    @Nullable Integer disappearingTotal,
    @Nullable List<Standing> scorecards) {

  /**
   * Why a document would not be taken.
   *
   * @param line in all that was sent, from 1; 0 when unknown
   * @param field a JSON Pointer; null when the fault is not in one field
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Problem(
      int line, @Nullable String field, @Nullable String rule, @Nullable String message) {}

  /**
   * What the changed entities reach.
   *
   * @param complete false when something was left out, for the reason given
   * @param byOwner the first thousand owners with what they own of it
   * @param ownersTotal how many owners there are
   * @param owners the first of them with the people behind them
   */
  record Reach(
      int total,
      boolean complete,
      @Nullable String incompleteReason,
      List<Depth> byDepth,
      List<Count> byKind,
      List<Count> byOwner,
      int ownersTotal,
      List<Owner> owners) {}

  /** How many entities are so many steps away. */
  record Depth(int depth, int count) {}

  /** How many there are of a key. */
  record Count(String key, int count) {}

  /** Somebody to tell: how much of it is theirs, and how many people they are. */
  record Owner(String ref, int count, int peopleTotal) {}

  /** The first steps of so many. */
  record Dependencies(int total, List<Step> steps) {}

  /** An entity, and what it depends on. */
  record Step(String ref, String dependency) {}

  /** Something that is wrong with the graph at an entity, and the others that belong to it. */
  record Finding(String kind, String ref, List<String> related) {}

  /** How an entity stands on a scorecard now and then; null where that does not apply to it. */
  record Standing(
      String scorecardRef,
      String ref,
      @Nullable Level before,
      @Nullable Level after,
      List<Rule> rules) {}

  /** A level, null when none is reached, and a score from 0 to 1. */
  record Level(@Nullable String level, double score) {}

  /** What becomes of a rule; null where it does not apply. */
  record Rule(String rule, @Nullable String before, @Nullable String after) {}
}
