package dev.portolan.ingestion.source;

/**
 * How others may tell that a source has something new.
 *
 * @param scheme by which a delivery is signed
 * @param secret the name of the secret, never the secret itself
 */
public record Webhook(Scheme scheme, String secret) {

  /** Whose way of signing. */
  public enum Scheme {
    /** GitHub's, which Gitea and Forgejo keep to as well. */
    GITHUB,
    /** GitLab's: its signing token, or the older secret token. */
    GITLAB,
    /** That of standardwebhooks.com. */
    STANDARD
  }
}
