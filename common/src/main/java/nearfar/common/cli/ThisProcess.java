package nearfar.common.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.Security;

/** What a program arranges for itself before it reads its command line. */
public final class ThisProcess {
  private ThisProcess() {}

  /**
   * An output in UTF-8, which is not closed; Java's own has the encoding of the locale, which
   * containers often lack.
   *
   * @param autoFlush whether each line goes out at once
   */
  public static PrintStream utf8(FileDescriptor output, boolean autoFlush) {
    return new PrintStream(new FileOutputStream(output), autoFlush, StandardCharsets.UTF_8);
  }

  /**
   * Asks anew for the address of a name each time: a container that comes back may have another.
   */
  public static void keepNoAddresses() {
    keepNone("networkaddress.cache.ttl");
    keepNone("networkaddress.cache.negative.ttl");
  }

  /** In the images it is set already, and setting it would load the JDK's logging. */
  private static void keepNone(String property) {
    if (!"0".equals(Security.getProperty(property))) {
      Security.setProperty(property, "0");
    }
  }
}
