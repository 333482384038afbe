package nearfar.lab;

/**
 * A program for a helper container, where nothing is but the JDK: kills the processes with these
 * numbers, one right after the other.
 */
final class Kill {
  private Kill() {}

  /**
   * Prints when it was done, by the clock that all containers of a host share. Ends with 1 if one
   * of them was not there, or could not be killed.
   */
  public static void main(String[] arguments) {
    boolean killed = true;
    for (String pid : arguments) {
      killed &=
          ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::destroyForcibly).orElse(false);
    }
    System.out.println(System.nanoTime());
    System.exit(killed ? 0 : 1);
  }
}
