package dev.portolan.gateway.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portolan.events.ChangeType;
import dev.portolan.events.Entity;
import dev.portolan.events.EntityChanged;
import dev.portolan.events.EntityRef;
import dev.portolan.events.FieldChange;
import dev.portolan.events.InvalidNameException;
import dev.portolan.events.Relation;
import dev.portolan.gateway.entity.EntityFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ChangeFilterTest {
  private static final EntityChanged CHECKOUT = changed(checkout());

  private static Entity checkout() {
    return new Entity(
        "Component",
        "default",
        "Checkout",
        null,
        null,
        Map.of("tier", "1"),
        Map.of(),
        List.of("java", "payments"),
        List.of(),
        Map.of("type", "service", "lifecycle", "production"),
        List.of(
            new Relation("ownedBy", EntityRef.parse("group:default/payments")),
            new Relation("partOf", EntityRef.parse("system:default/shop")),
            new Relation("dependsOn", EntityRef.parse("group:default/others"))));
  }

  private static EntityChanged changed(@Nullable Entity entity, FieldChange... changes) {
    return new EntityChanged(
        EntityRef.parse("component:default/checkout"),
        3,
        entity == null ? ChangeType.DELETED : ChangeType.UPDATED,
        entity,
        List.of(changes),
        List.of("git"),
        Instant.EPOCH,
        Instant.EPOCH);
  }

  /** A filter as GraphQL's input would make it. */
  private static ChangeFilter filter(String json) {
    return ChangeFilter.of(JsonMapper.shared().readValue(json, EntityFilter.class));
  }

  @Test
  void aFilterThatSaysNothingPassesEverything() {
    assertThat(ChangeFilter.of(EntityFilter.ALL)).accepts(CHECKOUT, changed(null));
  }

  @Test
  void anEmptyListPassesNothing() {
    assertThat(filter("{\"kind\":[]}")).rejects(CHECKOUT);
    assertThat(filter("{\"tag\":[]}")).rejects(CHECKOUT);
    assertThat(filter("{\"owner\":[]}")).rejects(CHECKOUT);
    assertThat(filter("{\"label\":[]}")).rejects(CHECKOUT);
  }

  @Test
  void aListPassesWhatEqualsAnyOfItsValues() {
    assertThat(filter("{\"kind\":[\"api\",\"COMPONENT\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"kind\":[\"api\",\"group\"]}")).rejects(CHECKOUT);
  }

  @Test
  void allConditionsMustPass() {
    assertThat(filter("{\"kind\":[\"component\"],\"tag\":[\"java\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"kind\":[\"component\"],\"tag\":[\"go\"]}")).rejects(CHECKOUT);
  }

  @Test
  void everyConditionLooksAtItsOwnField() {
    assertThat(filter("{\"namespace\":[\"Default\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"namespace\":[\"other\"]}")).rejects(CHECKOUT);
    assertThat(filter("{\"name\":[\"checkOut\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"name\":[\"check\"]}")).rejects(CHECKOUT);
    assertThat(filter("{\"ref\":[\"Component:Checkout\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"ref\":[\"api:checkout\"]}")).rejects(CHECKOUT);
    assertThat(filter("{\"type\":[\"service\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"type\":[\"production\"]}")).rejects(CHECKOUT);
    assertThat(filter("{\"lifecycle\":[\"production\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"lifecycle\":[\"service\"]}")).rejects(CHECKOUT);
    assertThat(filter("{\"label\":[{\"key\":\"tier\",\"value\":\"1\"}]}")).accepts(CHECKOUT);
    assertThat(filter("{\"label\":[{\"key\":\"tier\",\"value\":\"2\"}]}")).rejects(CHECKOUT);
  }

  @Test
  void ownersAndSystemsMayBeWrittenShort() {
    assertThat(filter("{\"owner\":[\"payments\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"owner\":[\"group:default/payments\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"owner\":[\"user:payments\"]}")).rejects(CHECKOUT);
    assertThat(filter("{\"system\":[\"shop\"]}")).accepts(CHECKOUT);
    assertThat(filter("{\"system\":[\"bank\"]}")).rejects(CHECKOUT);
  }

  @Test
  void whatItMerelyDependsOnIsNotItsOwner() {
    assertThat(filter("{\"owner\":[\"others\"]}")).rejects(CHECKOUT);
  }

  @Test
  void aDeletionPassesWhenItsReferenceDoes() {
    assertThat(filter("{\"owner\":[\"anybody\"],\"kind\":[\"component\"]}")).accepts(changed(null));
    assertThat(filter("{\"kind\":[\"api\"]}")).rejects(changed(null));
  }

  @Test
  void whatLeavesAFilterPassesItOnceMore() {
    EntityChanged moved =
        changed(
            checkout(),
            new FieldChange(
                "/relations",
                List.of(Map.of("type", "ownedBy", "target", "group:default/before")),
                List.of()),
            new FieldChange("/tags", List.of("go"), List.of("java", "payments")),
            new FieldChange("/labels/tier", "2", "1"),
            new FieldChange("/labels/a~1b", "old", null),
            new FieldChange("/spec/type", "library", "service"));

    assertThat(filter("{\"owner\":[\"before\"]}")).accepts(moved).rejects(CHECKOUT);
    assertThat(filter("{\"tag\":[\"go\"]}")).accepts(moved);
    assertThat(filter("{\"label\":[{\"key\":\"tier\",\"value\":\"2\"}]}")).accepts(moved);
    assertThat(filter("{\"label\":[{\"key\":\"a/b\",\"value\":\"old\"}]}")).accepts(moved);
    assertThat(filter("{\"type\":[\"library\"]}")).accepts(moved);
    assertThat(filter("{\"owner\":[\"never\"]}")).rejects(moved);
    assertThat(filter("{\"owner\":[\"before\"],\"kind\":[\"api\"]}")).rejects(moved);
  }

  @Test
  void aStateBeforeThatCannotBeReadIsInNoFilter() {
    EntityChanged odd =
        changed(
            checkout(),
            new FieldChange(
                "/relations", List.of("x", Map.of("type", "ownedBy", "target", ":")), 1),
            new FieldChange("/tags", 7, null),
            new FieldChange("/labels/tier", List.of(), "1"));

    assertThat(filter("{\"owner\":[\"before\"]}")).rejects(odd);
    assertThat(filter("{\"owner\":[\"payments\"]}")).accepts(odd);
  }

  @Test
  void aReferenceThatIsNoneIsRefusedAtOnce() {
    assertThatThrownBy(() -> filter("{\"ref\":[\"no ref\"]}"))
        .isInstanceOf(InvalidNameException.class);
  }
}
