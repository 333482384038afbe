package nearfar.networks.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import nearfar.networks.toxiproxy.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePortTest {

  @Test
  void itIsTheSameOnTheGatewayAsOnTheServer() {
    assertEquals(
        new Route("wan", "0.0.0.0:6379", "origin:6379"), ServicePort.parse("6379", 8474).route());
  }

  @Test
  void toxiproxysOwnPortIsFreeWhereItsApiHasAnother() {
    assertEquals("origin:8474", ServicePort.parse("8474", 61474).route().upstream());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "redis", "0", "-1", "65536", "8474", "99999999999"})
  void whatIsNoPortForAServiceIsNamed(String text) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> ServicePort.parse(text, 8474))
            .getMessage();
    assertTrue(message.startsWith("SERVICE_PORT") && message.contains(text), message);
  }
}
