package nearfar.networks.profile;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists the profiles, or shows one with its sources; needs no lab. */
@Command(
    name = "profiles",
    description = "Lists the profiles, or shows one with its sources, without a lab.",
    mixinStandardHelpOptions = true)
public final class ProfilesCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PROFILE", arity = "0..1", description = "the one to show")
  @Nullable String name;

  @ArgGroup Form form = new Form();

  static final class Form {
    @Option(names = "--json", description = "for programs, always with the sources")
    boolean json;

    @Option(names = "--markdown", description = "as it stands in docs/profiles.md")
    boolean markdown;
  }

  @Override
  public Integer call() {
    System.out.print(page());
    return 0;
  }

  private String page() {
    List<Profile> profiles = name == null ? Profiles.all() : List.of(Profiles.named(name));
    if (form.json) {
      return JsonCatalogue.print(profiles);
    }
    if (form.markdown) {
      return markdown(profiles);
    }
    return name == null ? Table.text(profiles) : Sheet.text(profiles.getFirst());
  }

  static String markdown(List<Profile> profiles) {
    return Table.markdown(profiles)
        + "\n"
        + profiles.stream().map(Sheet::markdown).collect(Collectors.joining("\n"));
  }
}
