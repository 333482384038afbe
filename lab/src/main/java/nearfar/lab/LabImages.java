package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.List;

/** The images of a lab. */
final class LabImages {
  static final List<String> ALL =
      List.of(
          "nearfar/server:local",
          "nearfar/client:local",
          "nearfar/wan-control:local",
          "ghcr.io/shopify/toxiproxy:2.12.0");

  private LabImages() {}

  /**
   * Checks that the images exist: otherwise Docker would try to pull them, for minutes.
   *
   * @throws IllegalStateException with the first missing image and the command that builds it
   */
  static void require(DockerClient docker, List<String> images) {
    for (String image : images) {
      try {
        docker.inspectImageCmd(image).exec();
      } catch (NotFoundException missing) {
        throw new IllegalStateException(
            "the image " + image + " is missing: run 'make images' where Nearfar's sources are",
            missing);
      }
    }
  }
}
