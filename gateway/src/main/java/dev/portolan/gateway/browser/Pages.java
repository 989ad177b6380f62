package dev.portolan.gateway.browser;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** GraphiQL is a page of ours: the one that comes with Spring loads its scripts from elsewhere. */
@Configuration(proxyBeanMethods = false)
class Pages implements WebMvcConfigurer {

  @Override
  public void addViewControllers(ViewControllerRegistry pages) {
    pages.addViewController("/graphiql").setViewName("forward:/graphiql/index.html");
  }
}
