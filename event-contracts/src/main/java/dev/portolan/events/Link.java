package dev.portolan.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A place elsewhere that belongs to an entity, such as a runbook or a dashboard.
 *
 * @param url where it is
 * @param title what a person reads in place of the address
 * @param icon the name of a picture that a portal may know
 * @param type what sort of link it is, free text
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Link(
    String url, @Nullable String title, @Nullable String icon, @Nullable String type) {}
