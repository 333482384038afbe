package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.DockerImageName;

/** Brings a stranger's image, or says soon that it cannot be had. */
final class ServiceImage {
  /** No image has it, so that to ask for it brings none. */
  private static final String NOBODYS_DIGEST = "sha256:" + "0".repeat(64);

  /** Without a registry the engine may wait for minutes before it says so. */
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private static final Duration PULL = Duration.ofMinutes(10);

  private ServiceImage() {}

  /**
   * Has the image at hand.
   *
   * @throws IllegalStateException if it is not, and cannot be pulled; says what to do
   */
  static void require(DockerClient docker, String image) {
    if (isAtHand(docker, image)) {
      return;
    }
    DockerImageName name = DockerImageName.parse(image);
    String said = pull(docker, name.getUnversionedPart(), NOBODYS_DIGEST, ANSWER);
    if (!said.contains("manifest unknown") && !said.contains("not found")) {
      throw new IllegalStateException(
          "the image %s is not at hand, and its registry does not answer (%s): build it, or bring it from a machine that has it by docker save and docker load"
              .formatted(image, said));
    }
    said = pull(docker, name.getUnversionedPart(), name.getVersionPart(), PULL);
    if (!isAtHand(docker, image)) {
      throw new IllegalStateException(
          "the image %s is not at hand, and cannot be pulled: %s".formatted(image, said));
    }
  }

  private static boolean isAtHand(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException missing) {
      return false;
    }
  }

  /** Returns what was said where it failed, in one line. */
  private static String pull(DockerClient docker, String image, String version, Duration patience) {
    Quiet quiet = new Quiet();
    try (PullImageResultCallback pull = docker.pullImageCmd(image).withTag(version).exec(quiet)) {
      return pull.awaitCompletion(patience.toSeconds(), TimeUnit.SECONDS)
          ? "pulled"
          : "no answer within " + patience.toSeconds() + " s";
    } catch (DockerException | DockerClientException refused) {
      Throwable told = quiet.told != null ? quiet.told : refused;
      return String.valueOf(told.getMessage()).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + image + " was being pulled", stopping);
    }
  }

  /** That there is no such image, or no registry, is no error to be logged with its whole stack. */
  private static final class Quiet extends PullImageResultCallback {
    private volatile @Nullable Throwable told;

    @Override
    public void onError(Throwable error) {
      told = error;
      onComplete();
    }
  }
}
