package nearfar.lab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives tests a lab. On a class its tests share one, nested classes included; on a method the lab
 * is that test's alone, in place of the class's. It starts when it is first asked for, has then
 * greeted each client once, and is closed after the last test that may use it.
 *
 * <p>It is asked for by a parameter of a constructor or method, by its type: {@link
 * nearfar.lab.Lab}; {@link nearfar.lab.Wan}, the link, to be changed live; {@link
 * nearfar.lab.Client} with {@link Near} or {@link Far}; {@code List<Client>}, with either for one
 * side.
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
 * <p>Durations are written as {@code 40ms} or {@code 1.5s}. What is wrong with a value is told by
 * the first test that asks for the lab, which names it; nothing is started then.
 *
 * @see LabExtension for a lab in a field
 */
@Documented
@Inherited
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(WithLabExtension.class)
public @interface WithLab {
  /** How many clients sit on the LAN, 0 to 59. */
  int near() default 1;

  /** How many clients sit on the WAN, 0 to 59. */
  int far() default 1;

  /** The name of the link's profile; {@code perfect} where neither this nor {@link #link} is. */
  String profile() default "";

  /**
   * The link in the words of {@code make wan}, such as {@code {"DOWN=200ms~20ms", "RATE=2mbit"}}.
   */
  String[] link() default {};

  /** What the lab's own server says; a line feed is added. */
  String greeting() default "connection formed successfully";

  /** The image of a service in place of the lab's own server; it runs as the image says. */
  String serviceImage() default "";

  /** The port at which that service listens, 1 to 65535. */
  int servicePort() default 0;

  /** What a client sends to that service when it is connected. */
  String send() default "";

  /**
   * The words in that service's answer that make it a greeting; where there are none, a client
   * reads until the end.
   */
  String expect() default "";

  /** From the start of a client's exchange to the start of its next, from 1 ms. */
  String interval() default "200ms";

  /** How long connecting may take, 1 ms to 24 h. */
  String connectTimeout() default "5s";

  /** How long the whole greeting may take from the connection on, 1 ms to 24 h. */
  String readTimeout() default "30s";

  /**
   * Whether clients take what their first receive returns for the whole greeting; otherwise they
   * read until the end.
   */
  boolean readsOnce() default false;
}
