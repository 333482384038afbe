package example;

import static nearfar.lab.junit.Within.within;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import nearfar.lab.Lab;
import nearfar.lab.junit.WithLab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Pipeline;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.Response;
import redis.clients.jedis.exceptions.JedisConnectionException;

/**
 * A third-party service and its client, on the two sides of a WAN. The lab's clients ping it, near
 * and far; Jedis connects to it from this process, by the published port of the WAN.
 */
@WithLab(
    serviceImage = "nearfar/redis-example:8",
    servicePort = 6379,
    send = "PING\\r\\n",
    expect = "+PONG\\r\\n",
    profile = "lte")
class RedisOverTheWanTest {
  /** The least round trip: 35 ms less a jitter of 5 ms down, 35 ms less one of 15 ms up. */
  private static final Duration LTE_AT_BEST = Duration.ofMillis(30 + 20);

  /** A round trip by satellite. */
  private static final Duration SATELLITE = Duration.ofMillis(279 + 279);

  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration IMPATIENT = Duration.ofMillis(400);

  private final Lab lab;

  RedisOverTheWanTest(Lab lab) {
    this.lab = lab;
  }

  @BeforeEach
  void overLte() {
    lab.wan().profile("lte");
  }

  @Test
  void overLteTenCommandsCostTenRoundTripsAndInAPipelineOne() {
    try (RedisClient redis = redis(PATIENT)) {
      redis.set("greeting", "connection formed successfully");

      Duration oneByOne = time(() -> IntStream.range(0, 10).forEach(i -> redis.get("greeting")));
      tenInAPipeline(redis); // the first one loads the client's classes
      Duration together = time(() -> tenInAPipeline(redis));

      assertTrue(oneByOne.compareTo(LTE_AT_BEST.multipliedBy(10)) >= 0, "one by one: " + oneByOne);
      assertTrue(together.compareTo(LTE_AT_BEST) >= 0, "together: " + together);
      assertTrue(together.compareTo(oneByOne.dividedBy(3)) < 0, "together: " + together);
    }
  }

  @Test
  void overACutTheTimeOutFiresAndWhenItIsHealedTheSameClientGoesOn() {
    try (RedisClient redis = redis(IMPATIENT)) {
      within(Duration.ofSeconds(5)).over(lab).succeeds("a SET", () -> redis.set("kept", "yes"));

      lab.wan().cut();
      Duration waited =
          time(() -> assertThrows(JedisConnectionException.class, () -> redis.get("kept")));
      assertTrue(waited.compareTo(IMPATIENT) >= 0, "waited for " + waited);

      lab.wan().heal();
      String kept =
          within(Duration.ofSeconds(5)).over(lab).succeeds("a GET", () -> redis.get("kept"));
      assertEquals("yes", kept);
    }
    within(Duration.ofSeconds(5)).everyone(lab.far()).isGreeted();
  }

  @Test
  void aTimeOutThatIsRightOverLteIsWrongOverASatellite() {
    lab.wan().profile("geo-satellite");
    try (RedisClient hasty = redis(IMPATIENT)) {
      assertThrows(JedisConnectionException.class, hasty::ping);
    }
    try (RedisClient redis = redis(PATIENT)) {
      redis.ping();
      Duration answered = time(redis::ping);
      assertTrue(answered.compareTo(SATELLITE) >= 0, "answered after " + answered);
    }
  }

  private static void tenInAPipeline(RedisClient redis) {
    try (Pipeline pipeline = redis.pipelined()) {
      List<Response<String>> all =
          IntStream.range(0, 10).mapToObj(i -> pipeline.get("greeting")).toList();
      pipeline.sync();
      all.forEach(each -> assertEquals("connection formed successfully", each.get()));
    }
  }

  private RedisClient redis(Duration timeout) {
    int millis = (int) timeout.toMillis();
    return RedisClient.builder()
        .hostAndPort(new HostAndPort(lab.wanAddress().getHostString(), lab.wanAddress().getPort()))
        .clientConfig(
            DefaultJedisClientConfig.builder()
                .connectionTimeoutMillis(millis)
                .socketTimeoutMillis(millis)
                .build())
        .build();
  }

  private static Duration time(Runnable action) {
    long began = System.nanoTime();
    action.run();
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
