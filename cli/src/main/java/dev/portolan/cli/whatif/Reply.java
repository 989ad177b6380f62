package dev.portolan.cli.whatif;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway sent back.
 *
 * @param data null when the request as a whole was refused
 * @param errors what could not be answered, and why
 * @param extensions what was cut off or is stale
 * @param detail in place of all others when it was refused before it was read
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Reply(
    @Nullable Data data,
    List<Fault> errors,
    @Nullable Extensions extensions,
    @Nullable String detail) {

  /** Takes absent errors for none. */
  Reply {
    errors = errors == null ? List.of() : List.copyOf(errors);
  }

  /** The answer; null when there is none. */
  record Data(@Nullable WhatIf whatIf) {}

  /** Why something could not be answered, with the path of fields to it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Fault(String message, @Nullable List<String> path) {

    /** The field that is missing; empty when it is the answer as a whole. */
    String part() {
      return path == null || path.size() < 2 ? "" : String.join(".", path.subList(1, path.size()));
    }
  }

  /** What the answer says about itself. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Extensions(boolean stale, boolean incomplete, @Nullable List<Remark> notes) {}

  /** Why a part is not the whole truth, and which service says so. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Remark(String service, String message) {}

  /** The answer; null when there is none, and {@link #errors} say why. */
  @Nullable WhatIf whatIf() {
    return data == null ? null : data.whatIf();
  }

  /** What the parts of the answer say about themselves. */
  List<Remark> remarks() {
    return extensions == null || extensions.notes() == null ? List.of() : extensions.notes();
  }

  /** Whether the answer as a whole says that it is old or cut off. */
  boolean isPartial() {
    return extensions != null && (extensions.stale() || extensions.incomplete());
  }
}
