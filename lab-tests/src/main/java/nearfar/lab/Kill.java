package nearfar.lab;

/**
 * A program for a helper container, where nothing is but the JDK: kills the process with a number.
 */
final class Kill {
  private Kill() {}

  /**
   * Prints when it was done, by the clock that all containers of a host share. Ends with 1 if there
   * was no such process, or it could not be killed.
   */
  public static void main(String[] arguments) {
    boolean killed =
        ProcessHandle.of(Long.parseLong(arguments[0]))
            .map(ProcessHandle::destroyForcibly)
            .orElse(false);
    System.out.println(System.nanoTime());
    System.exit(killed ? 0 : 1);
  }
}
