package org.elasticsearch.plugins;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.node.info.PluginsAndModules;
import org.elasticsearch.env.Environment;

/**
 * Plugins named by their classes. It stands in Elasticsearch's package because a loaded plugin can
 * be made only here.
 */
public final class ClasspathPlugins extends PluginsService {
  private final List<LoadedPlugin> loaded;

  public ClasspathPlugins(Environment environment, List<Class<? extends Plugin>> classes) {
    super(environment.settings(), environment.configDir(), noInstallation());
    loaded = classes.stream().map(plugin -> load(environment, plugin)).toList();
    loadExtensions(loaded);
  }

  public static PluginsLoader noInstallation() {
    return PluginsLoader.createPluginsLoader(Set.of(), Set.of(), Map.of(), false);
  }

  @Override
  protected List<LoadedPlugin> plugins() {
    // The constructor above asks before there are any.
    return loaded == null ? List.of() : loaded;
  }

  @Override
  public PluginsAndModules info() {
    return new PluginsAndModules(List.of(), List.of());
  }

  private static LoadedPlugin load(Environment environment, Class<? extends Plugin> type) {
    Plugin plugin = loadPlugin(type, environment.settings(), environment.configDir());
    return new LoadedPlugin(describe(type), plugin, type.getClassLoader());
  }

  private static PluginDescriptor describe(Class<? extends Plugin> type) {
    return new PluginDescriptor(
        type.getName(),
        "from the class path",
        "NA",
        Build.current().version(),
        Integer.toString(Runtime.version().feature()),
        type.getName(),
        null,
        List.of(),
        false,
        false,
        false,
        false,
        PluginDescriptor.DeploymentTarget.ALL);
  }
}
