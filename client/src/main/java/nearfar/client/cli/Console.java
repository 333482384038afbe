package nearfar.client.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** What a command sees of the process it runs in. The streams are UTF-8 and never closed. */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

  static Console ofThisProcess() {
    return new Console(
        System.in, utf8(FileDescriptor.out), utf8(FileDescriptor.err), System.getenv());
  }

  // System.out would print in the encoding of the locale, which containers often lack.
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
