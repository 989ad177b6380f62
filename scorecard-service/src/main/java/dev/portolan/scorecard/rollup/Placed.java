package dev.portolan.scorecard.rollup;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an entity stands, and to whom it belongs.
 *
 * @param entity its reference
 * @param level null for none
 * @param places the references of those to whom it belongs directly
 */
public record Placed(
    String entity, @Nullable String level, int points, int possible, List<String> places) {}
