package dev.portolan.cli.platform;

import dev.portolan.stack.LocalStack;
import dev.portolan.stack.StackSettings;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a platform lives.
 *
 * @param root the repository, whose build made the programs
 * @param data everything that the platform keeps
 */
record Home(Path root, Path data) {

  /**
   * The platform on that folder, which is relative to the folder that the person stands in; without
   * one, the platform of the repository.
   */
  static Home at(@Nullable Path data) {
    Path root = Path.of(System.getProperty("portolan.root", ".")).toAbsolutePath().normalize();
    Path chosen = data == null ? root.resolve(".portolan") : data.toAbsolutePath().normalize();
    return new Home(root, chosen);
  }

  LocalStack stack() {
    return new LocalStack(StackSettings.from(System.getenv(), root, data));
  }

  List<ServiceProcess> services() {
    return Arrays.stream(Service.values())
        .map(service -> new ServiceProcess(service, this))
        .toList();
  }

  Path log(String name) {
    return data.resolve("logs").resolve(name + ".log");
  }
}
