package dev.portolan.gateway.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which of the entities that are reached are counted and named; an absent list means all. */
public record ImpactFilter(
    @Nullable List<String> kind,
    @Nullable List<String> owner,
    @Nullable List<String> system,
    @Nullable List<String> domain,
    @Nullable List<String> tier,
    @Nullable List<String> lifecycle,
    @Nullable List<String> tag) {}
