package dev.portolan.ingestion.descriptor.format.terraform;

import dev.portolan.events.EntityRef;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * A resource that Terraform manages, with all its instances.
 *
 * @param address of it
 * @param provider such as {@code hashicorp/aws}
 * @param part the JSON pointer to where the state has it first
 * @param instances by count, {@code for_each} or those of its module
 * @param dependencies on other managed resources
 */
public record ManagedResource(
    Address address,
    String provider,
    String part,
    List<Instance> instances,
    SortedSet<Address> dependencies) {
  static final Comparator<Address> ORDER = Comparator.comparing(Address::toString);

  /** How many instances it has. */
  public int number() {
    return instances.size();
  }

  /** The attributes that may be told and that all instances have alike. */
  public Map<String, String> attributes() {
    return alike(Disclosure::attributes);
  }

  /** The tags that may be told and that all instances have alike. */
  public Map<String, String> tags() {
    return alike(Disclosure::tags);
  }

  /** Who owns it, if its tags say so. */
  public Optional<EntityRef> owner() {
    return Ownership.of(tags());
  }

  private Map<String, String> alike(BiFunction<String, Instance, Map<String, String>> of) {
    Map<String, String> alike = new TreeMap<>();
    for (int i = 0; i < instances.size(); i++) {
      Map<String, String> each = of.apply(address.type(), instances.get(i));
      if (i == 0) {
        alike.putAll(each);
      } else {
        alike.entrySet().retainAll(each.entrySet());
      }
    }
    return alike;
  }
}
