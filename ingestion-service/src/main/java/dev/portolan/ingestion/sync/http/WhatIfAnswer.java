package dev.portolan.ingestion.sync.http;

import dev.portolan.ingestion.sync.ForeseenChange;
import dev.portolan.ingestion.sync.ReportedPassedOver;
import dev.portolan.ingestion.sync.ReportedProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a push would change.
 *
 * @param changes in the order in which they would be committed
 * @param unchanged how many documents and retractions would change nothing
 * @param rejected the first thousand problems
 * @param rejectedDocuments how many documents would be rejected
 * @param passedOver the first thousand documents that do not set out to be descriptors
 * @param passedOverDocuments how many these are
 * @param notes what the author may want to know
 * @param held why a full push would retract nothing until a person approves it; null when it would
 *     not be held
 */
record WhatIfAnswer(
    List<ForeseenChange> changes,
    long unchanged,
    List<ReportedProblem> rejected,
    long rejectedDocuments,
    List<ReportedPassedOver> passedOver,
    long passedOverDocuments,
    List<String> notes,
    @Nullable String held) {}
