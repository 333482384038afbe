package nearfar.common.cli;

/** The version of a program, from the manifest of its jar. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /**
   * The version of the jar that has this class, such as {@code 0.1.0}, or {@code (not from a jar)}.
   */
  public static String of(Class<?> program) {
    String version = program.getPackage().getImplementationVersion();
    return version == null ? "(not from a jar)" : version;
  }
}
