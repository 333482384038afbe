package nearfar.lab;

/**
 * A program that kills the processes with the given numbers. It runs in a helper container that has
 * nothing but the JDK.
 */
final class Kill {
  private Kill() {}

  /**
   * Prints the time after the last kill, by {@link System#nanoTime}, which is one clock for all
   * containers of a host. Exits with 1 if one of the processes did not exist or was not killed.
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
