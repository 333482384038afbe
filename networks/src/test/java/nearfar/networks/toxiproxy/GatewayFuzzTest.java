package nearfar.networks.toxiproxy;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nearfar.networks.fault.Faults;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.toxiproxy.Gateway.Condition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;

/** Any answers of Toxiproxy or of another program at its address. */
class GatewayFuzzTest {
  private static final Route ROUTE = new Route("wan", "0.0.0.0:4444", "origin:4444");
  private static final ToxicPlan PLAN =
      ToxicPlan.of(
          new Link("custom", Impairment.parse("20ms~2ms", null), Impairment.parse("5ms", null)),
          Faults.parse("sliced:8/1ms"));

  private static Answering api;

  @BeforeAll
  static void listen() throws IOException {
    api = new Answering();
    HttpURLConnection.setFollowRedirects(false); // wherever an answer made at random leads
  }

  @AfterAll
  static void close() throws IOException {
    HttpURLConnection.setFollowRedirects(true);
    api.close();
  }

  /** One call of the gateway. */
  private interface Call {
    Object make() throws GatewayException;
  }

  @Timeout(30)
  @FuzzTest
  void anyAnswerIsTakenOrToldOfInOneSentence(byte[] input) {
    String answers = new String(input, StandardCharsets.ISO_8859_1);
    Gateway gateway = new Gateway("127.0.0.1", api.port(), ROUTE);
    TemporaryProxies others = new TemporaryProxies("127.0.0.1", api.port(), "some");
    check(answers, () -> gateway.compare(PLAN));
    check(
        answers,
        () -> {
          gateway.apply(PLAN);
          return Condition.AS_PLANNED;
        });
    check(answers, () -> others.open(List.of(PLAN), "origin:4444", Long.MAX_VALUE));
  }

  private static void check(String answers, Call call) {
    api.answer(answers.split("\n====\n", -1));
    try {
      call.make();
    } catch (GatewayException failed) {
      String message = String.valueOf(failed.getMessage());
      assertTrue(message.startsWith("the gateway's API "), message);
      assertTrue(message.lines().count() == 1 && message.length() < 500, message);
      assertFalse(failed.silent(), message);
    }
  }
}
