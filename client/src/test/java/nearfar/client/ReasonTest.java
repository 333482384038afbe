package nearfar.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

/** Failures that loopback cannot produce, by the JDK's messages. */
class ReasonTest {

  @Test
  void aHostWithoutARouteIsUnreachableWhileConnectingAndWhileReceiving() {
    IOException noRoute = new NoRouteToHostException("No route to host");
    assertEquals(Reason.UNREACHABLE, Reason.ofConnecting(noRoute));
    assertEquals(Reason.UNREACHABLE, Reason.ofReceiving(noRoute));
    assertEquals(
        Reason.UNREACHABLE, Reason.ofConnecting(new SocketException("Network is unreachable")));
  }

  @Test
  void aConnectThatTheKernelGaveUpIsATimeOutNotARefusal() {
    assertEquals(
        Reason.CONNECT_TIMEOUT, Reason.ofConnecting(new ConnectException("Connection timed out")));
    assertEquals(Reason.REFUSED, Reason.ofConnecting(new ConnectException("Connection refused")));
  }

  @Test
  void anyOtherFailureIsOther() {
    assertEquals(
        Reason.OTHER, Reason.ofConnecting(new BindException("Cannot assign requested address")));
    assertEquals(Reason.OTHER, Reason.ofReceiving(new IOException()));
  }

  @Test
  void theIdentifiersAreStable() {
    assertEquals("connect-timeout", Reason.CONNECT_TIMEOUT.id());
    assertEquals("closed-without-greeting", Reason.CLOSED_WITHOUT_GREETING.id());
  }
}
