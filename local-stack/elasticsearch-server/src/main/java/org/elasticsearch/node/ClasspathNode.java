package org.elasticsearch.node;

import java.util.List;
import org.elasticsearch.env.Environment;
import org.elasticsearch.plugins.ClasspathPlugins;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.plugins.PluginsLoader;
import org.elasticsearch.plugins.PluginsService;

/**
 * A node whose plugins are on the class path instead of in folders of an installation. It stands in
 * Elasticsearch's package because what a node is constructed from is visible only here.
 */
public final class ClasspathNode extends Node {
  public ClasspathNode(Environment environment, List<Class<? extends Plugin>> plugins) {
    super(
        NodeConstruction.prepareConstruction(
            environment, ClasspathPlugins.noInstallation(), provider(plugins), true));
  }

  private static NodeServiceProvider provider(List<Class<? extends Plugin>> plugins) {
    return new NodeServiceProvider() {
      @Override
      PluginsService newPluginService(Environment environment, PluginsLoader loader) {
        return new ClasspathPlugins(environment, plugins);
      }
    };
  }
}
