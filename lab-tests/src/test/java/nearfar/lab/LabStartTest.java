package nearfar.lab;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Network.Ipam;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.testcontainers.DockerClientFactory;

/** Where a lab can start, and what is said where it cannot. */
class LabStartTest {
  private final DockerClient docker = DockerClientFactory.lazyClient();

  @Test
  void aWideDockerNetworkTakesEverySubnetInIt() {
    int second = ThreadLocalRandom.current().nextInt(192, 255);
    String reserved =
        docker
            .createNetworkCmd()
            .withName("nearfar-reserved-" + ProcessHandle.current().pid())
            .withInternal(true)
            .withLabels(Map.of(Reaper.OWNER, Owner.thisProcess().label()))
            .withIpam(
                new Ipam().withConfig(new Ipam.Config().withSubnet("10." + second + ".0.0/18")))
            .exec()
            .getId();
    try {
      TakenSubnets taken = TakenSubnets.find(docker);
      assertTrue(taken.overlap(Ipv4Range.parse("10." + second + ".33.0/24").orElseThrow()));
    } finally {
      docker.removeNetworkCmd(reserved).exec();
    }
  }

  @Test
  void theReasonOfComposeIsTold() {
    Map<String, String> settings = Map.of("SUBNET", "10.300.1", "LAN_PORT", "1", "WAN_PORT", "2");
    try (LabFiles files = new LabFiles(LabSettings.defaults().service())) {
      String reason = new Compose("nearfar-test-none", files.compose(), settings).tryToStart();
      assertTrue(reason.contains("10.300.1"), reason);
      assertFalse(reason.contains("\u001b"), reason);
    }
  }
}
