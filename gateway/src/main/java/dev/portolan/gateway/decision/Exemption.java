package dev.portolan.gateway.decision;

import dev.portolan.events.Entity;
import dev.portolan.events.EntityRef;
import dev.portolan.gateway.answer.CodedException;
import dev.portolan.gateway.answer.ErrorCode;
import dev.portolan.gateway.portal.Descriptor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An entity of kind Exemption: an entity need not keep some rules of a scorecard. */
public final class Exemption {
  /** The kind, as references write it. */
  public static final String KIND = "exemption";

  private static final String WRITTEN_KIND = "Exemption";
  private static final String STATUS = "status";
  private static final String EXPIRES = "expires";
  private static final String APPROVED = "approved";

  private Exemption() {}

  /**
   * What somebody asks for.
   *
   * @param expires null for never
   */
  public record Request(String reason, String requestedBy, @Nullable OffsetDateTime expires) {}

  /**
   * What became of it.
   *
   * @param decision why, in words
   * @param expires null for what was asked for
   */
  public record Decision(
      boolean approve,
      String decidedBy,
      @Nullable String decision,
      @Nullable OffsetDateTime expires) {
    private String status() {
      return approve ? APPROVED : "denied";
    }

    /** Whether an exemption is decided so: several sources may speak of it. */
    public boolean isSaidBy(Entity exemption) {
      return status().equals(exemption.spec().get(STATUS));
    }
  }

  /** The reference that the exemption of a subject has. */
  public static EntityRef ref(Subject subject) {
    return new EntityRef(KIND, subject.entity().namespace(), subject.name());
  }

  /**
   * The descriptor that asks for one.
   *
   * @param known what there is of that name; null when nothing is
   * @throws CodedException when it would be over already, or is granted already
   */
  public static Map<String, Object> requested(
      Subject subject, Request request, @Nullable Entity known, Instant now) {
    checkNotOver(request.expires(), now);
    if (known != null && isInForce(known.spec(), now)) {
      throw refused(
          "%s is approved already; decide it anew to change when it expires, or forget it first."
              .formatted(known.ref()));
    }
    EntityRef ref = ref(subject);
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", ref.name());
    metadata.put("namespace", ref.namespace());
    metadata.put("title", "Exemption from " + subject.title());
    Map<String, @Nullable Object> spec = new LinkedHashMap<>();
    spec.put("scorecard", subject.scorecard().ref().toString());
    spec.put("rules", subject.rules().isEmpty() ? null : subject.rules());
    spec.put("entity", subject.entity().toString());
    spec.put(STATUS, "requested");
    spec.put("reason", request.reason());
    spec.put("requestedBy", request.requestedBy());
    spec.put(EXPIRES, written(request.expires()));
    return Descriptor.of(WRITTEN_KIND, metadata, spec);
  }

  /**
   * The descriptor that decides one, and keeps whatever else is said of it.
   *
   * @throws CodedException when it would be over already
   */
  public static Map<String, Object> decided(Entity requested, Decision decision, Instant now) {
    checkNotOver(decision.expires(), now);
    Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
    metadata.put("name", requested.name());
    metadata.put("namespace", requested.namespace());
    metadata.put("title", requested.title());
    metadata.put("description", requested.description());
    metadata.put("labels", requested.labels());
    metadata.put("annotations", requested.annotations());
    metadata.put("tags", requested.tags());
    metadata.put("links", requested.links());
    metadata.values().removeIf(value -> value instanceof Map<?, ?> map && map.isEmpty());
    metadata.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
    Map<String, @Nullable Object> spec = new LinkedHashMap<>(requested.spec());
    spec.put(STATUS, decision.status());
    spec.put("decidedBy", decision.decidedBy());
    spec.put("decision", decision.decision());
    if (decision.expires() != null) {
      spec.put(EXPIRES, written(decision.expires()));
    }
    if (decision.approve() && isOver(spec, now)) {
      throw refused(
          "%s was asked for until %s, which is over: say in `expires` until when it counts."
              .formatted(requested.ref(), spec.get(EXPIRES)));
    }
    return Descriptor.of(WRITTEN_KIND, metadata, spec);
  }

  private static @Nullable String written(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant().toString();
  }

  private static void checkNotOver(@Nullable OffsetDateTime expires, Instant now) {
    if (expires != null && !expires.toInstant().isAfter(now)) {
      throw refused("`expires` is %s, which is over: it is %s.".formatted(expires, now));
    }
  }

  private static boolean isInForce(Map<String, ?> spec, Instant now) {
    return APPROVED.equals(spec.get(STATUS)) && !isOver(spec, now);
  }

  /** One whose end cannot be read is not over: whoever wrote it is told elsewhere. */
  private static boolean isOver(Map<String, ?> spec, Instant now) {
    if (!(spec.get(EXPIRES) instanceof String text)) {
      return false;
    }
    try {
      String moment = text.length() == "2027-03-31".length() ? text + "T00:00:00Z" : text;
      return !OffsetDateTime.parse(moment).toInstant().isAfter(now);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static CodedException refused(String message) {
    return new CodedException(ErrorCode.BAD_REQUEST, message);
  }
}
