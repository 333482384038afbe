package nearfar.checker;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the results of a check: for each run a line {@code STATUS KILLED STARTED ENDED OUT ERR
 * RECEIVED}, the last three numbers of bytes, and those bytes.
 */
final class Runs {
  private static final int FIELDS = 7;

  private Runs() {}

  static List<Run> read(String program, InputStream stream) throws IOException {
    InputStream in = new BufferedInputStream(stream);
    List<Run> runs = new ArrayList<>();
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] fields = line.split(" ", -1);
      if (fields.length != FIELDS) {
        throw new IOException("\"" + line + "\" is not a run of a program");
      }
      try {
        Instant began = Instant.parse(fields[2]);
        Duration took = began.until(Instant.parse(fields[3])); // time of day
        runs.add(
            new Run(
                program,
                Integer.parseInt(fields[0]),
                Boolean.parseBoolean(fields[1]),
                took,
                text(in, fields[4]),
                text(in, fields[5]),
                text(in, fields[6])));
      } catch (NumberFormatException | DateTimeParseException e) {
        throw new IOException("\"" + line + "\" is not a run of a program", e);
      }
    }
    return runs;
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int octet = in.read(); octet >= 0 && octet != '\n'; octet = in.read()) {
      line.write(octet);
    }
    return line.toString(StandardCharsets.UTF_8);
  }

  private static String text(InputStream in, String length) throws IOException {
    byte[] bytes = in.readNBytes(Integer.parseInt(length));
    if (bytes.length < Integer.parseInt(length)) {
      throw new EOFException("expected " + length + " bytes: " + bytes.length);
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
