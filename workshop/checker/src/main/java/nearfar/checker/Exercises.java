package nearfar.checker;

import java.util.Random;

/** The exercises by the number of their lesson. */
enum Exercises {
  HOW_FAR(1),
  A_CLIENT(2),
  A_SERVER(3),
  A_STREAM(4),
  BANDWIDTH(5),
  ENDINGS(6),
  FAILING_WELL(7),
  TEST_IT(8);

  private final int lesson;

  Exercises(int lesson) {
    this.lesson = lesson;
  }

  int lesson() {
    return lesson;
  }

  /**
   * Reads the number of a lesson.
   *
   * @throws IllegalArgumentException if that has no exercise that is checked here
   */
  static Exercises parse(String text) {
    for (Exercises exercise : values()) {
      if (Integer.toString(exercise.lesson).equals(text)) {
        return exercise;
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is no lesson with a program to check");
  }

  Exercise drawn(long seed) {
    Random random = new Random(seed);
    return switch (this) {
      case HOW_FAR -> new HowFar(random);
      case A_CLIENT -> new AClient(random);
      case A_SERVER -> new AServer(random);
      case A_STREAM -> new AStream(random);
      case BANDWIDTH -> new Bandwidth(random);
      case ENDINGS -> new Endings(random);
      case FAILING_WELL -> new FailingWell(random);
      case TEST_IT -> new TestIt();
    };
  }
}
