package nearfar.lab.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The files inside every page: this package's, and uPlot's from its jar on the class path. */
final class Resources {
  private static final String VERSION = "/META-INF/maven/org.webjars.npm/uplot/pom.properties";

  private Resources() {}

  static String text(String name) {
    try (InputStream in = Resources.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(
            "the class path lacks %s, which every report needs".formatted(name));
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException failed) {
      throw new UncheckedIOException(name + " cannot be read", failed);
    }
  }

  static String uplotVersion() {
    Properties properties = new Properties();
    try (InputStream in = Resources.class.getResourceAsStream(VERSION)) {
      if (in == null) {
        throw new IllegalStateException(
            "the class path lacks org.webjars.npm:uplot, which draws every report's charts");
      }
      properties.load(in);
    } catch (IOException failed) {
      throw new UncheckedIOException(VERSION + " cannot be read", failed);
    }
    return properties.getProperty("version");
  }

  static String uplot(String name) {
    return uplotFile("dist/" + name);
  }

  static String uplotLicence() {
    return uplotFile("LICENSE");
  }

  private static String uplotFile(String name) {
    return text("/META-INF/resources/webjars/uplot/" + uplotVersion() + "/" + name);
  }
}
