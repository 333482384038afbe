package nearfar.tests.support;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.SaveImagesCmd;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * The files of images, in all layers, including files that a later layer hides.
 *
 * @param documents the configurations of the images: how they are run, and how they were built
 */
public record ImageFiles(List<ImageFiles.Entry> entries, List<String> documents) {
  private static final int FIRST_OF_GZIP = 0x1f;

  /** A whole key: programs that read keys contain its first line alone. */
  private static final Pattern PRIVATE_KEY =
      Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----\\r?\\n[A-Za-z0-9+/=]{40}");

  /**
   * A file, a folder or a link in a layer.
   *
   * @param mode its permissions, as stat prints them
   */
  public record Entry(String path, boolean isFile, int mode, boolean holdsPrivateKey) {
    public String name() {
      return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
      return "%s (%o)".formatted(path, mode);
    }
  }

  /** Reads local images, each named as {@code name:tag}. */
  public static ImageFiles of(DockerClient docker, List<String> images) throws IOException {
    SaveImagesCmd save = docker.saveImagesCmd();
    for (String image : images) {
      int colon = image.lastIndexOf(':');
      save.withImage(image.substring(0, colon), image.substring(colon + 1));
    }
    ImageFiles files = new ImageFiles(new ArrayList<>(), new ArrayList<>());
    try (TarArchiveInputStream archive = new TarArchiveInputStream(save.exec())) {
      for (TarArchiveEntry each; (each = archive.getNextEntry()) != null; ) {
        if (each.isFile()) {
          files.read(new BufferedInputStream(leftOpen(archive)));
        }
      }
    }
    return files;
  }

  /** A file of the archive is a layer, plain or compressed, or JSON. */
  private void read(BufferedInputStream file) throws IOException {
    file.mark(1);
    int first = file.read();
    file.reset();
    if (first == '{' || first == '[') {
      documents.add(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } else {
      readLayer(first == FIRST_OF_GZIP ? new GZIPInputStream(file) : file);
    }
  }

  private void readLayer(InputStream layer) throws IOException {
    TarArchiveInputStream archive = new TarArchiveInputStream(layer);
    for (TarArchiveEntry each; (each = archive.getNextEntry()) != null; ) {
      boolean isKey = each.isFile() && holdsPrivateKey(archive.readAllBytes());
      entries.add(new Entry(each.getName(), each.isFile(), each.getMode(), isKey));
    }
  }

  /** Each byte becomes one character. */
  private static boolean holdsPrivateKey(byte[] content) {
    return PRIVATE_KEY.matcher(new String(content, StandardCharsets.ISO_8859_1)).find();
  }

  private static InputStream leftOpen(InputStream stream) {
    return new FilterInputStream(stream) {
      @Override
      public int read(byte[] bytes, int from, int count) throws IOException {
        return in.read(bytes, from, count);
      }

      @Override
      public void close() {
        // The archive goes on after this file.
      }
    };
  }
}
