package nearfar.common.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Security;

/** The setup of a process, before it reads its command line. */
public final class ThisProcess {
  private ThisProcess() {}

  /**
   * An output in UTF-8, which is not closed. Java's own output uses the encoding of the locale,
   * which containers often lack.
   *
   * @param autoFlush whether each line is flushed
   */
  public static PrintStream utf8(FileDescriptor output, boolean autoFlush) {
    return new PrintStream(new FileOutputStream(output), autoFlush, StandardCharsets.UTF_8);
  }

  /** Turns off the cache of addresses: a container that restarts may have another address. */
  public static void keepNoAddresses() {
    keepNone("networkaddress.cache.ttl");
    keepNone("networkaddress.cache.negative.ttl");
  }

  /** The images set the property already, and setting it again loads the JDK's logging. */
  private static void keepNone(String property) {
    if (!"0".equals(Security.getProperty(property))) {
      Security.setProperty(property, "0");
    }
  }
}
