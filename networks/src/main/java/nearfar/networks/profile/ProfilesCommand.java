package nearfar.networks.profile;

import java.util.List;
import java.util.stream.Collectors;
import nearfar.common.cli.Command;
import nearfar.common.cli.OptionSpec;
import nearfar.common.cli.Parameter;
import nearfar.common.cli.ParsedArguments;
import nearfar.common.cli.Usage;

/** Lists the profiles, or shows one with its sources; needs no lab. */
public final class ProfilesCommand extends Command {
  private static final OptionSpec<Boolean> JSON =
      OptionSpec.toggle("json", "for programs, always with the sources").withVariable(null);

  private static final OptionSpec<Boolean> MARKDOWN =
      OptionSpec.toggle("markdown", "as it stands in docs/profiles.md").withVariable(null);

  public ProfilesCommand() {
    super(
        Usage.of(
            "wan-control profiles",
            List.of("Lists the profiles, or shows one with its sources, without a lab."),
            List.of(Parameter.optional("PROFILE", "the one to show")),
            List.of(JSON, MARKDOWN)));
  }

  @Override
  protected int run(ParsedArguments given) {
    boolean json = given.value(JSON);
    boolean markdown = given.value(MARKDOWN);
    if (json && markdown) {
      throw new IllegalArgumentException("--json and --markdown exclude each other");
    }
    List<String> names = given.arguments();
    List<Profile> profiles =
        names.isEmpty() ? Profiles.all() : names.stream().map(Profiles::named).toList();
    if (json) {
      System.out.print(JsonCatalogue.print(profiles));
    } else if (markdown) {
      System.out.print(markdown(profiles));
    } else {
      System.out.print(
          names.isEmpty() ? Table.text(profiles) : ProfileDetails.text(profiles.getFirst()));
    }
    return 0;
  }

  static String markdown(List<Profile> profiles) {
    return Table.markdown(profiles)
        + "\n"
        + profiles.stream().map(ProfileDetails::markdown).collect(Collectors.joining("\n"));
  }
}
