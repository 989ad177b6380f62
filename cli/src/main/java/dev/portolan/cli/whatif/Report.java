package dev.portolan.cli.whatif;

import dev.portolan.cli.page.Words;
import dev.portolan.cli.proposal.Place;
import java.util.List;

/**
 * All that is told.
 *
 * @param source who is supposed to say it
 * @param full whether the files are all that it says
 * @param files how many were proposed
 * @param rejections why documents would not be taken
 */
record Report(
    String source, boolean full, int files, WhatIf answer, List<Rejection> rejections, Gaps gaps) {

  /** Why a document would not be taken, and where in the files that is. */
  record Rejection(Place place, WhatIf.Problem problem) {

    /** The file and the line, and the field where the fault is in one. */
    String where() {
      return (place + " " + Words.text(problem.field())).strip();
    }
  }

  /** Finds the files again to which an answer refers. */
  static Report of(String source, boolean full, Proposal proposal, WhatIf answer, Gaps gaps) {
    List<Rejection> rejections =
        answer.rejected().stream()
            .map(problem -> new Rejection(proposal.place(problem.line()), problem))
            .toList();
    return new Report(source, full, proposal.files(), answer, rejections, gaps);
  }

  /** Whether all was answered, and all documents would be taken. */
  boolean isClean() {
    return gaps.isAnswered() && rejections.isEmpty();
  }
}
