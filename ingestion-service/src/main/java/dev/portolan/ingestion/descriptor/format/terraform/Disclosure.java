package dev.portolan.ingestion.descriptor.format.terraform;

import dev.portolan.events.NamingRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What of a resource may leave its state, in which secrets stand in clear text.
 *
 * <p>Nothing leaves but what is listed here: a few attributes of the clouds, in the form that each
 * has, and none of types that a secret may be the very identity of.
 */
final class Disclosure {
  /** Providers whose ids and names are known to be no more than that. */
  private static final Set<String> CLOUDS =
      Set.of(
          "alicloud",
          "aws",
          "azuread",
          "azurerm",
          "cloudflare",
          "digitalocean",
          "flexibleengine",
          "github",
          "gitlab",
          "google",
          "hcloud",
          "helm",
          "huaweicloud",
          "ibm",
          "kubernetes",
          "linode",
          "oci",
          "openstack",
          "opentelekomcloud",
          "ovh",
          "scaleway",
          "yandex");

  /** In the name of a type or tag they say that it holds what nobody should see. */
  private static final List<String> SECRETIVE =
      List.of(
          "secret",
          "passw",
          "passphrase",
          "pwd",
          "token",
          "key",
          "credential",
          "login",
          "webhook",
          "signature",
          "auth",
          "private_cert");

  private static final Pattern PLACE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 -]{0,39}");

  /** No address, which may have a password in it or a signature. */
  private static final Pattern IDENTIFIER =
      Pattern.compile("(?!.*(?://|[?&]))[A-Za-z0-9._/:@+=,|~ -]{1,300}");

  private static final Map<String, Pattern> ATTRIBUTES = attributes();

  private static final List<String> TAGS = List.of("tags", "tags_all", "labels");

  private Disclosure() {}

  private static Map<String, Pattern> attributes() {
    Map<String, Pattern> attributes = new LinkedHashMap<>();
    attributes.put("id", IDENTIFIER);
    attributes.put(
        "arn", Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[a-z0-9-]*:[0-9]{0,12}:\\S{1,300}"));
    attributes.put("name", IDENTIFIER);
    attributes.put("region", PLACE);
    attributes.put("location", PLACE);
    attributes.put("zone", PLACE);
    attributes.put("availability_zone", PLACE);
    return attributes;
  }

  /** The attributes of an instance that may be told. */
  static Map<String, String> attributes(String type, Instance instance) {
    Map<String, String> told = new LinkedHashMap<>();
    if (isOfCloud(type) && !isSecretive(type)) {
      ATTRIBUTES.forEach(
          (name, form) ->
              instance
                  .text(name)
                  .filter(value -> form.matcher(value).matches())
                  .ifPresent(value -> told.put(name, value)));
    }
    return told;
  }

  /** The tags of an instance that may be told: none when one of the maps is marked. */
  static Map<String, String> tags(String type, Instance instance) {
    Map<String, String> told = new LinkedHashMap<>();
    if (isOfCloud(type) && TAGS.stream().noneMatch(instance::marks)) {
      TAGS.forEach(attribute -> told.putAll(instance.texts(attribute)));
    }
    told.keySet().removeIf(key -> isSecretive(key) || !isLabel(key));
    return told;
  }

  private static boolean isLabel(String key) {
    return NamingRule.NAME.allows(key) || key.equals(Ownership.ANNOTATION);
  }

  private static boolean isOfCloud(String type) {
    int provider = type.indexOf('_');
    return provider > 0 && CLOUDS.contains(type.substring(0, provider));
  }

  private static boolean isSecretive(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SECRETIVE.stream().anyMatch(lower::contains);
  }
}
