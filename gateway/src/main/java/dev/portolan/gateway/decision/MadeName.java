package dev.portolan.gateway.decision;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.portolan.events.EntityRef;
import dev.portolan.events.NamingRule;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;

/**
 * The names of exemptions and checks, so that whoever decides the same thing twice speaks of one
 * entity.
 *
 * <p>A name can be read, and ends with a hash of all that it is made from: without it, {@code a-b}
 * of {@code c} and {@code a} of {@code b-c} would be one.
 */
public final class MadeName {
  private static final int HASH_BYTES = 5;

  private MadeName() {}

  /**
   * The name of what is decided.
   *
   * @param rules in any order; none for all
   */
  public static String of(EntityRef scorecard, Collection<String> rules, EntityRef entity) {
    List<String> sorted = List.copyOf(new TreeSet<>(rules));
    String hash = hash(scorecard + "|" + String.join("|", sorted) + "|" + entity);
    String read =
        String.join("-", scorecard.name(), String.join("-", sorted), entity.name())
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    int room = NamingRule.MAX_LENGTH - hash.length() - 1;
    String cut = read.length() <= room ? read : read.substring(0, room);
    return (cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut) + "-" + hash;
  }

  private static String hash(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
