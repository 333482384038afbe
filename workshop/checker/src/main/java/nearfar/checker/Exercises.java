package nearfar.checker;

import java.util.Random;

/** The exercises by the number of their lesson. */
enum Exercises {
  LATENCY(1),
  CLIENT(2),
  SERVER(3),
  STREAM(4),
  BANDWIDTH(5),
  OUTCOMES(6),
  RETRIES(7),
  SCENARIO(8);

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
   * @throws IllegalArgumentException if the lesson has no exercise
   */
  static Exercises parse(String text) {
    for (Exercises exercise : values()) {
      if (Integer.toString(exercise.lesson).equals(text)) {
        return exercise;
      }
    }
    throw new IllegalArgumentException("\"" + text + "\" is not a lesson with a program to check");
  }

  Exercise draw(long seed) {
    Random random = new Random(seed);
    return switch (this) {
      case LATENCY -> new LatencyExercise(random);
      case CLIENT -> new ClientExercise(random);
      case SERVER -> new ServerExercise(random);
      case STREAM -> new StreamExercise(random);
      case BANDWIDTH -> new BandwidthExercise(random);
      case OUTCOMES -> new OutcomesExercise(random);
      case RETRIES -> new RetryExercise(random);
      case SCENARIO -> new ScenarioExercise();
    };
  }
}
