package nearfar.lab.scenario;

/** The numbers from {@code least} to {@code most}, both included. */
public record Range(double least, double most) {
  public Range {
    if (Double.isNaN(least) || Double.isNaN(most) || least > most) {
      throw new IllegalArgumentException("a range from %s to %s is empty".formatted(least, most));
    }
  }

  public boolean contains(double number) {
    return number >= least && number <= most;
  }
}
