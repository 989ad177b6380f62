package dev.portolan.stack.elasticsearch;

import dev.portolan.stack.elasticsearch.analysis.CommonAnalysis;
import dev.portolan.stack.elasticsearch.rest.MissingEndpoints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.ClasspathNode;
import org.elasticsearch.node.InternalSettingsPreparer;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.transport.netty4.Netty4Plugin;

/**
 * Starts a node and stays. Arguments: data folder, address, HTTP port. Writes its process id into
 * the file {@code ready} of the data folder when HTTP is served; indices may still be recovering
 * then.
 */
public final class ElasticsearchLauncher {
  private ElasticsearchLauncher() {}

  public static void main(String... arguments) {
    try {
      run(Path.of(arguments[0]).toAbsolutePath(), arguments[1], Integer.parseInt(arguments[2]));
    } catch (Throwable e) {
      e.printStackTrace();
      // The node's own threads would keep a broken process alive.
      Runtime.getRuntime().halt(1);
    }
  }

  private static void run(Path folder, String address, int port)
      throws IOException, NodeValidationException, InterruptedException {
    for (String part : List.of("config", "data", "logs", "lib", "modules", "plugins")) {
      Files.createDirectories(folder.resolve(part));
    }
    Settings settings = NodeSettings.in(folder, address, port);
    // Before anything else of Elasticsearch: its classes ask for a logger when they are loaded.
    LogConfigurator.configureESLogging();
    LogConfigurator.setNodeName(NodeSettings.NODE);
    LogConfigurator.configureWithoutConfig(settings);
    Environment environment =
        InternalSettingsPreparer.prepareEnvironment(
            settings, Map.of(), folder.resolve("config"), () -> NodeSettings.NODE);
    Node node =
        new ClasspathNode(
            environment, List.of(Netty4Plugin.class, CommonAnalysis.class, MissingEndpoints.class));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "shutdown"));
    node.start();
    Files.writeString(folder.resolve("ready"), Long.toString(ProcessHandle.current().pid()));
    Thread.currentThread().join();
  }

  private static void close(Node node) {
    try {
      node.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
