package nearfar.tests.junit;

import static nearfar.lab.junit.Within.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.time.Duration;
import java.util.List;
import nearfar.lab.Client;
import nearfar.lab.Exchange;
import nearfar.lab.Lab;
import nearfar.lab.LabSettings;
import nearfar.lab.Side;
import nearfar.lab.Wan;
import nearfar.lab.junit.Far;
import nearfar.lab.junit.LabExtension;
import nearfar.lab.junit.Near;
import nearfar.lab.junit.WithLab;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.testcontainers.DockerClientFactory;

/** Tests as users write them; {@link ExtensionTest} has JUnit run them. */
final class Cases {
  private Cases() {}

  @WithLab(
      far = 2,
      link = {"DOWN=40ms", "UP=10ms"},
      interval = "100ms")
  static class Annotated {
    private final Lab lab;

    Annotated(Lab lab) {
      this.lab = lab;
    }

    @Test
    void one(Lab same, Wan wan, @Near Client near, @Far List<Client> far, List<Client> all) {
      Labs.saw("one", lab);
      assertSame(lab, same);
      assertEquals("client-lan-1", near.name());
      assertEquals(Side.FAR, far.getFirst().side());
      assertEquals("[client-wan-1, client-wan-2]", far.toString());
      assertEquals(3, all.size());
      assertEquals("custom: down 40ms, up 10ms", wan.summary());
      within(Duration.ofSeconds(10)).everyone(all).isGreeted();
      Exchange last = far.getFirst().exchanges().getLast();
      assertEquals(List.of(last), far.getFirst().exchangesSince(last.startNanos()).subList(0, 1));
    }

    @Test
    void two() {
      Labs.saw("two", lab);
    }

    @Test
    @WithLab(near = 0, far = 1, profile = "lte")
    void ofItsOwn(Lab own) {
      Labs.saw("of its own", own);
      assertSame(lab, own);
      assertEquals("lte", own.settings().link().get("PROFILE"));
    }

    @Nested
    class Inside {
      @Test
      void inside(@Far Client client) {
        Labs.saw("inside", client.lab());
      }
    }
  }

  static class InFields {
    @RegisterExtension static final LabExtension SHARED = LabExtension.with(empty());

    @RegisterExtension final LabExtension fresh = LabExtension.with(Cases::empty);

    @Test
    void one() {
      Labs.saw("shared by one", SHARED.lab());
      Labs.saw("fresh for one", fresh.lab());
    }

    @Test
    void two() {
      Labs.saw("shared by two", SHARED.lab());
      Labs.saw("fresh for two", fresh.lab());
    }
  }

  @WithLab(interval = "100ms", greeting = "so that it can be told apart")
  static class Failing {
    @Test
    void refused(Lab lab) {
      Labs.saw("refused", lab);
      lab.wan().refuse();
      within(Duration.ofMillis(700)).everyone(lab.far()).isGreeted();
    }

    @Test
    @WithLab(near = 0, far = 0)
    void ownClient(Lab lab) {
      within(Duration.ofMillis(300))
          .over(lab)
          .succeeds(
              "an answer",
              () -> {
                throw new java.io.IOException("none came");
              });
    }
  }

  @WithLab(near = 0)
  static class Squeezed {
    @Test
    void test(Lab lab) {
      DockerClientFactory.lazyClient()
          .updateContainerCmd(lab.container("wan-gateway").getContainerId())
          .withCpuPeriod(100_000L)
          .withCpuQuota(1_000L)
          .exec();
      within(Duration.ofSeconds(3))
          .everyone(lab.far())
          .greetingTakes(50, Duration.ZERO, Duration.ofMillis(1));
    }
  }

  private static LabSettings empty() {
    return LabSettings.defaults().clients(0, 0);
  }

  @WithLab(near = 60)
  static class TooMany {
    @Test
    void test(Lab lab) {}
  }

  @WithLab(profile = "ltee")
  static class UnknownProfile {
    @Test
    void test(Lab lab) {}
  }

  @WithLab(link = "DOWN")
  static class LinkWithoutValue {
    @Test
    void test(Lab lab) {}
  }

  @WithLab(link = {"DOWN=40ms", "RATTE=2mbit"})
  static class UnknownWord {
    @Test
    void test(Lab lab) {}
  }

  @WithLab(interval = "5")
  static class NoUnit {
    @Test
    void test(Lab lab) {}
  }

  @WithLab(serviceImage = "redis:8")
  static class NoPort {
    @Test
    void test(Lab lab) {}
  }

  @WithLab(expect = "PONG")
  static class NoService {
    @Test
    void test(Lab lab) {}
  }

  @WithLab
  static class WhichClient {
    @Test
    void test(Client client) {}
  }
}
