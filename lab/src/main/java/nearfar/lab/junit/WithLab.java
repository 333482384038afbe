package nearfar.lab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Provides a lab. On a class, its tests and those of nested classes share the lab; on a method, the
 * test has a separate lab. The lab starts when the first parameter needs it, and waits until each
 * client has been greeted. It is closed after the last test that can use it.
 *
 * <p>Parameters of constructors and methods are resolved by type: {@link nearfar.lab.Lab}; {@link
 * nearfar.lab.Wan}, the link, which a test can change; {@link nearfar.lab.Client} with {@link Near}
 * or {@link Far}; {@code List<Client>}, with either for one side.
 *
 * <pre>{@code
 * @WithLab(far = 2, profile = "lte")
 * class MyTest {
 *   @Test
 *   void everyoneIsGreetedAgainAfterACut(Wan wan, @Far List<Client> far) {
 *     wan.cut();
 *     wan.heal();
 *     within(Duration.ofSeconds(2)).everyone(far).isGreeted();
 *   }
 * }
 * }</pre>
 *
 * <p>Durations are written as {@code 40ms} or {@code 1.5s}. If a value is wrong, the first test
 * that needs the lab fails with its name, and nothing starts.
 *
 * @see LabExtension for a lab in a field
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithLabExtension.class)
public @interface WithLab {
  /** The number of clients on the LAN, 0 to 59. */
  int near() default 1;

  /** The number of clients on the WAN, 0 to 59. */
  int far() default 1;

  /** The name of the link's profile; {@code perfect} if this and {@link #link} are empty. */
  String profile() default "";

  /** Parameters of the link, as for {@code make wan}: {@code {"DOWN=200ms~20ms", "RATE=2mbit"}}. */
  String[] link() default {};

  /** The greeting of the lab's own server, which adds a line feed. */
  String greeting() default "connection formed successfully";

  /** The image of a service in place of the lab's own server. */
  String serviceImage() default "";

  /** The port at which that service listens, 1 to 65535. */
  int servicePort() default 0;

  /** The text that a client sends to that service after connecting; empty for none. */
  String send() default "";

  /**
   * The text in that service's answer that completes a greeting; if empty, a client reads until the
   * end of the stream.
   */
  String expect() default "";

  /** From the start of a client's exchange to the start of its next, 1 ms to 24 h. */
  String interval() default "200ms";

  /** The longest time for connecting, 1 ms to 24 h. */
  String connectTimeout() default "5s";

  /** The longest time from the connection to the end of the greeting, 1 ms to 24 h. */
  String readTimeout() default "30s";

  /**
   * Whether a client takes the result of its first read as the whole greeting; otherwise it reads
   * until the end.
   */
  boolean readsOnce() default false;
}
