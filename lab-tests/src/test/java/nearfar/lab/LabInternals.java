package nearfar.lab;

import com.github.dockerjava.api.DockerClient;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.testcontainers.DockerClientFactory;

/** The parts of the fixture that its tests need and its users do not. */
public final class LabInternals {
  /** The label that names the process a container belongs to. */
  public static final String OWNER = Reaper.OWNER;

  /** The label that names the lab a container belongs to. */
  public static final String LAB = HelperContainer.LAB;

  /** The images that a lab is made of. */
  public static final List<String> IMAGES = LabImages.ALL;

  private LabInternals() {}

  /** The value of {@link #OWNER} for this process. */
  public static String thisOwner() {
    return Owner.thisProcess().label();
  }

  /** Checks that images exist; see {@link Lab}. */
  public static void requireImages(DockerClient docker, List<String> images) {
    LabImages.require(docker, images);
  }

  /** Kills the processes of several containers, one right after the other. */
  public static long crashAtOnce(Lab lab, List<String> containers) {
    return Crash.kill(
        DockerClientFactory.lazyClient(),
        containers.stream().map(each -> lab.container(each).getContainerId()).toList());
  }

  /** Whether a line of a client's log tells of an exchange. */
  public static boolean isExchange(JsonObject line) {
    return Exchange.isExchange(line);
  }

  /** Reads such a line. */
  public static Exchange exchange(String client, JsonObject line) {
    return Exchange.from(client, line);
  }

  /** Lets the gateway's frozen process go on, behind wan-control's back. */
  public static void unpause(Lab lab) {
    DockerClientFactory.lazyClient()
        .unpauseContainerCmd(lab.container("wan-gateway").getContainerId())
        .exec();
  }

  /** The variables with which Compose brings up a lab of these settings. */
  public static Map<String, String> environment(LabSettings settings) {
    return settings.environment();
  }

  /** Free ports on 127.0.0.1 and the first three numbers of a free /24. */
  public record Addresses(int lanPort, int wanPort, String subnet) {
    /** Finds some. */
    public static Addresses find(DockerClient docker) {
      LabAddresses found = LabAddresses.find(docker);
      return new Addresses(found.lanPort(), found.wanPort(), found.subnet());
    }
  }
}
