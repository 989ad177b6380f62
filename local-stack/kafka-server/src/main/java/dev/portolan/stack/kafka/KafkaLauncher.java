package dev.portolan.stack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import org.apache.kafka.common.utils.Time;

/**
 * Starts a broker and stays. Arguments: data folder, address, port. Writes its process id into the
 * file {@code ready} of the data folder when clients are served.
 */
public final class KafkaLauncher {
  private KafkaLauncher() {}

  public static void main(String... arguments) {
    try {
      run(Path.of(arguments[0]).toAbsolutePath(), arguments[1], Integer.parseInt(arguments[2]));
    } catch (Throwable e) {
      e.printStackTrace();
      // The broker's own threads would keep a broken process alive.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void run(Path folder, String address, int port) throws IOException {
    Files.createDirectories(folder);
    BrokerSettings settings = BrokerSettings.in(folder, address, port);
    Storage.formatIfNew(folder, settings);
    Server server =
        new KafkaRaftServer(KafkaConfig.fromProps(settings.asProperties()), Time.SYSTEM);
    server.startup();
    Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
    Files.writeString(folder.resolve("ready"), Long.toString(ProcessHandle.current().pid()));
    server.awaitShutdown();
  }
}
