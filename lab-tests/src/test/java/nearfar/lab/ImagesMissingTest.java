package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.dockerjava.api.DockerClient;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** A lab without its images says which one is missing and how to make it. */
class ImagesMissingTest {
  private static final String NO_SUCH_IMAGE = "nearfar/never-built:0.0.0";

  private final DockerClient docker = DockerClientFactory.lazyClient();

  @Test
  void theFirstImageThatIsMissingIsNamedWithTheCommandThatMakesIt() {
    IllegalStateException missing =
        assertThrows(
            IllegalStateException.class,
            () -> Lab.requireImages(docker, List.of(Lab.IMAGES.getFirst(), NO_SUCH_IMAGE)));
    assertEquals(
        "the image nearfar/never-built:0.0.0 is missing:"
            + " run 'make images' where Nearfar's sources are",
        missing.getMessage());
  }

  @Test
  void imagesThatAreThereAreNoReasonToComplain() {
    assertDoesNotThrow(() -> Lab.requireImages(docker, Lab.IMAGES));
  }
}
