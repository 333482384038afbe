package nearfar.networks.profile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import nearfar.common.cli.DidYouMean;
import nearfar.networks.link.Durations;
import nearfar.networks.link.Impairment;
import nearfar.networks.link.Link;
import nearfar.networks.link.Rate;
import nearfar.networks.link.Unsupported;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads one profile's file. Anything unknown is an error that names file, line and field. */
final class ProfileReader {
  private static final List<String> PROFILE_FIELDS = List.of("title", "down", "up", "sources");
  private static final List<String> SOURCE_FIELDS = List.of("for", "from", "here");

  private final String file;

  private ProfileReader(String file) {
    this.file = file;
  }

  /**
   * Reads a profile.
   *
   * @param name the profile's name, which is its file's without the ending
   * @throws IllegalArgumentException with file, line, field and value, if the text is not a profile
   */
  static Profile read(String name, String yaml) {
    String file = name + ".yaml";
    Optional<Node> root;
    try {
      root = new Compose(LoadSettings.builder().setLabel(file).build()).composeString(yaml);
    } catch (MarkedYamlEngineException notYaml) {
      throw new IllegalArgumentException(
          "%s:%d: no YAML: %s"
              .formatted(file, line(notYaml.getProblemMark()), notYaml.getProblem()),
          notYaml);
    } catch (YamlEngineException | IllegalArgumentException notYaml) { // the latter for some tags
      throw new IllegalArgumentException(file + ": no YAML: " + notYaml.getMessage(), notYaml);
    }
    if (root.isEmpty()) {
      throw new IllegalArgumentException(file + " is empty");
    }
    return new ProfileReader(file).profile(name, root.get());
  }

  private Profile profile(String name, Node root) {
    Map<String, Node> fields = fields(root, PROFILE_FIELDS);
    Link link = new Link(name, impairment(fields.get("down")), impairment(fields.get("up")));
    String title = text(required(fields, "title", root), "title");
    Node cited = required(fields, "sources", root);
    List<Source> sources = list(cited, "sources", this::source);
    try {
      return new Profile(title, sources, link);
    } catch (IllegalArgumentException wrong) {
      throw error(cited, "sources", wrong.getMessage());
    }
  }

  private Source source(Node node) {
    Map<String, Node> fields = fields(node, SOURCE_FIELDS);
    Node figures = fields.get("for");
    Node here = fields.get("here");
    return new Source(
        figures == null ? List.of() : list(figures, "for", this::figure),
        text(required(fields, "from", node), "from"),
        here == null ? "" : text(here, "here"));
  }

  private LinkParameter figure(Node node) {
    try {
      return LinkParameter.parse(text(node, "for"));
    } catch (IllegalArgumentException wrong) {
      throw error(node, "for", wrong.getMessage());
    }
  }

  private <T> List<T> list(Node node, String field, Function<Node, T> item) {
    if (!(node instanceof SequenceNode list) || list.getValue().isEmpty()) {
      throw error(node, field, "wants a list of one or more");
    }
    return list.getValue().stream().map(item).toList();
  }

  private Impairment impairment(@Nullable Node node) {
    if (node == null) {
      return Impairment.NONE;
    }
    Map<String, Node> fields = fields(node, LinkParameter.fields());
    var delay = value(fields, "delay", Durations::parse, Impairment.NONE.delay());
    var jitter = value(fields, "jitter", Durations::parse, Impairment.NONE.jitter());
    Node rate = fields.get("rate");
    try {
      return new Impairment(delay, jitter, rate == null ? null : Rate.parse(text(rate, "rate")));
    } catch (IllegalArgumentException wrong) {
      throw error(rate == null ? node : rate, rate == null ? "jitter" : "rate", wrong.getMessage());
    }
  }

  private <T> T value(Map<String, Node> fields, String field, Function<String, T> parse, T absent) {
    Node node = fields.get(field);
    if (node == null) {
      return absent;
    }
    try {
      return parse.apply(text(node, field));
    } catch (IllegalArgumentException wrong) {
      throw error(node, field, wrong.getMessage());
    }
  }

  private Map<String, Node> fields(Node node, List<String> known) {
    if (!(node instanceof MappingNode mapping)) {
      throw error(node, "value", "wants fields: " + String.join(", ", known));
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String field = text(tuple.getKeyNode(), "name of a field");
      if (!known.contains(field)) {
        throw error(
            tuple.getKeyNode(),
            field,
            Unsupported.why(field).orElse("is not known; " + DidYouMean.hint(field, known)));
      }
      if (fields.put(field, tuple.getValueNode()) != null) {
        throw error(tuple.getKeyNode(), field, "is given twice");
      }
    }
    return fields;
  }

  private Node required(Map<String, Node> fields, String field, Node parent) {
    Node node = fields.get(field);
    if (node == null) {
      throw error(parent, field, "is missing");
    }
    return node;
  }

  private String text(Node node, String field) {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue();
    }
    throw error(node, field, "wants one value");
  }

  private IllegalArgumentException error(Node node, String field, @Nullable String what) {
    return new IllegalArgumentException(
        "%s:%d: %s: %s".formatted(file, line(node.getStartMark()), field, what));
  }

  private static int line(Optional<Mark> mark) {
    return mark.map(known -> known.getLine() + 1).orElse(0);
  }
}
