package dev.portolan.ingestion.adapter.kafka;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Why a topic cannot be read, in words for the owner of its source, without the password. */
record Reason(KafkaSource source, KafkaSettings settings) {

  /** A sentence without its stop. */
  String of(KafkaException fault) {
    String where = source.where();
    return switch (fault) {
      case UnknownTopicOrPartitionException _ ->
          "Kafka at %s has no topic %s that this user may see".formatted(where, source.topic());
      case AuthorizationException _ ->
          "Kafka at %s does not let this user read the topic %s: it needs READ and DESCRIBE of that topic"
              .formatted(where, source.topic());
      case SslAuthenticationException e ->
          "Kafka at %s is not who it should be, or speaks no TLS: %s".formatted(where, root(e));
      case AuthenticationException e ->
          "Kafka at %s lets nobody in by this user, password and mechanism: %s"
              .formatted(where, root(e));
      case TimeoutException _ ->
          "Kafka at %s did not answer for %d s".formatted(where, settings.silence().toSeconds());
      case UnsupportedVersionException e -> "Kafka at %s is too old: %s".formatted(where, root(e));
      case InterruptException _ -> "The service is being stopped";
      default -> "Kafka at %s cannot be read: %s".formatted(where, root(fault));
    };
  }

  /** What a server says might be anything, the password that it was told included. */
  private String root(Throwable fault) {
    Throwable root = fault;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String text = String.valueOf(root.getMessage());
    return settings.password(source).map(password -> text.replace(password, "…")).orElse(text);
  }
}
