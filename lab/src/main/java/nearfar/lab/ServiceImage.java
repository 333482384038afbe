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

/** Pulls a third-party image, or reports soon that this is not possible. */
final class ServiceImage {
  /** No image has this digest: asking for it tests the registry without a download. */
  private static final String UNUSED_DIGEST = "sha256:" + "0".repeat(64);

  /** Without a registry Docker may wait for minutes before it fails. */
  private static final Duration ANSWER = Duration.ofSeconds(3);

  private static final Duration PULL = Duration.ofMinutes(10);

  private ServiceImage() {}

  /**
   * Pulls the image if it is not on this machine.
   *
   * @throws IllegalStateException if that is not possible, with the fix
   */
  static void require(DockerClient docker, String image) {
    if (exists(docker, image)) {
      return;
    }
    DockerImageName name = DockerImageName.parse(image);
    String result = pull(docker, name.getUnversionedPart(), UNUSED_DIGEST, ANSWER);
    if (!result.contains("manifest unknown") && !result.contains("not found")) {
      throw new IllegalStateException(
          "the image %s is missing, and its registry does not answer (%s): build it, or copy it from another machine with docker save and docker load"
              .formatted(image, result));
    }
    result = pull(docker, name.getUnversionedPart(), name.getVersionPart(), PULL);
    if (!exists(docker, image)) {
      throw new IllegalStateException(
          "the image %s is missing, and pulling it failed: %s".formatted(image, result));
    }
  }

  private static boolean exists(DockerClient docker, String image) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException missing) {
      return false;
    }
  }

  /** Returns the result in one line. */
  private static String pull(DockerClient docker, String image, String version, Duration timeout) {
    Quiet quiet = new Quiet();
    try (PullImageResultCallback pull = docker.pullImageCmd(image).withTag(version).exec(quiet)) {
      return pull.awaitCompletion(timeout.toSeconds(), TimeUnit.SECONDS)
          ? "pulled"
          : "no answer within " + timeout.toSeconds() + " s";
    } catch (DockerException | DockerClientException refused) {
      Throwable cause = quiet.error != null ? quiet.error : refused;
      return String.valueOf(cause.getMessage()).strip();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while " + image + " was pulled", stopping);
    }
  }

  /** Keeps the error, which Docker's client would log with its stack trace. */
  private static final class Quiet extends PullImageResultCallback {
    private volatile @Nullable Throwable error;

    @Override
    public void onError(Throwable thrown) {
      error = thrown;
      onComplete();
    }
  }
}
