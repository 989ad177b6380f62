package dev.portolan.stack.kafka;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** The folder as a broker wants to find it. */
final class Storage {
  private Storage() {}

  static void formatIfNew(Path folder, BrokerSettings settings) throws IOException {
    if (Files.exists(folder.resolve("data/meta.properties"))) {
      return;
    }
    Path file = folder.resolve("server.properties");
    try (Writer writer = Files.newBufferedWriter(file)) {
      settings.asProperties().store(writer, null);
    }
    String[] format = {
      "format", "-t", Uuid.randomUuid().toString(), "-c", file.toString(), "--ignore-formatted"
    };
    int exit = StorageTool.execute(format, System.out);
    if (exit != 0) {
      throw new IOException("Kafka's storage tool could not format " + folder + ": exit " + exit);
    }
  }
}
