package nearfar.client.cli;

import java.io.FileDescriptor;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import nearfar.common.cli.ThisProcess;

/** The process's streams and environment. The streams are UTF-8 and never closed. */
record Console(InputStream in, PrintStream out, PrintStream err, Map<String, String> environment) {

  static Console ofThisProcess() {
    return new Console(
        System.in,
        ThisProcess.utf8(FileDescriptor.out, false),
        ThisProcess.utf8(FileDescriptor.err, false),
        System.getenv());
  }
}
