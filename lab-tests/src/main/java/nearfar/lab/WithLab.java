package nearfar.lab;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class a lab: a constructor's or method's parameter of type {@link Lab} is it. It
 * starts when it is first asked for, is shared by the tests of the class, and is closed after the
 * last.
 *
 * <pre>{@code
 * @WithLab(far = 2, profile = "lte")
 * class MyTest {
 *   @Test
 *   void greetingsArrive(Lab lab) {
 *     lab.awaitGreetings(3);
 *   }
 * }
 * }</pre>
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LabExtension.class)
public @interface WithLab {
  /** How many clients sit on the LAN, 0 to 59. */
  int near() default 1;

  /** How many clients sit on the WAN, 0 to 59. */
  int far() default 1;

  /** The name of the link's profile. */
  String profile() default "perfect";
}
