package nearfar.lab.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.GsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import nearfar.networks.control.LinkCheck;
import nearfar.networks.fault.FaultKind;
import nearfar.networks.fault.Faults;
import nearfar.networks.profile.Profiles;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What editors are told by the schema is what the reader reads. */
class ScenarioSchemaTest {
  private static final JsonObject SCHEMA =
      JsonParser.parseString(ScenarioSchema.text()).getAsJsonObject();

  private static final String BASE =
      """
      name: base
      length: 9s
      clients: { far: 3 }
      timeline: [{ at: 2s, name: cut, link: cut }, { at: 4s, name: heal, link: heal }]
      expect: [{ name: one, greeted: everyone }, { name: two, greeted: everyone }]
      """;

  @Test
  void theSchemaIsOneItself() {
    var result =
        new ValidatorFactory()
            .withJsonNodeFactory(new GsonNode.Factory())
            .createValidator()
            .validate(URI.create("https://json-schema.org/draft/2020-12/schema"), SCHEMA);
    assertTrue(result.isValid(), () -> result.getErrors().toString());
  }

  @Test
  void theSchemaHasEveryProfile() {
    List<String> known = new ArrayList<>(Profiles.names());
    known.addAll(List.of("custom", "cut", "heal", "refused"));
    List<String> listed = new ArrayList<>();
    SCHEMA
        .getAsJsonObject("$defs")
        .getAsJsonObject("profile")
        .getAsJsonArray("enum")
        .forEach(each -> listed.add(each.getAsString()));
    assertEquals(known, listed, "a new profile belongs into scenarios/scenario.schema.json, too");
  }

  @Test
  void theSchemaNamesEveryFaultByExamplesThatCanBeHad() {
    var examples = new TreeSet<String>();
    SCHEMA
        .getAsJsonObject("$defs")
        .getAsJsonObject("fault")
        .getAsJsonArray("examples")
        .forEach(each -> examples.add(each.getAsString()));
    examples.forEach(each -> LinkCheck.change(Map.of("FAULT", each)));
    for (FaultKind kind : Faults.kinds()) {
      assertTrue(
          examples.stream().anyMatch(each -> each.startsWith(kind.name())), kind.name() + examples);
    }
  }

  @Test
  void editorsCanSayOfEachFieldWhatItIs() {
    List<String> without = new ArrayList<>();
    fields(SCHEMA, "")
        .forEach((path, field) -> {
          if (!field.has("description") && !resolved(field).has("description")) {
            without.add(path);
          }
        });
    assertEquals(List.of(), without, "fields without a description");
  }

  /** For each field of the schema two files that differ in nothing but its value. */
  private static Map<String, List<String>> files() {
    Map<String, List<String>> files = new LinkedHashMap<>();
    top(files, "name", "name: one", "name: two");
    top(files, "idea", "idea: one", "idea: two");
    top(files, "seed", "seed: 1", "seed: 2");
    top(files, "length", "length: 9s", "length: 10s");
    inside(files, "clients", "near", "2", "3");
    inside(files, "clients", "far", "3", "4");
    inside(files, "clients", "interval", "1s", "2s");
    inside(files, "clients", "connect-timeout", "1s", "2s");
    inside(files, "clients", "read-timeout", "1s", "2s");
    inside(files, "clients", "reads", "all", "once");
    top(files, "link", "link: lte", "link: perfect");
    links(files, "", "link: { %s }");
    inside(files, "service", "greeting", "one", "two");
    inside(files, "service", "greeting-size", "2B", "3B");
    String image = "service: { image: a, port: 1, ";
    top(files, "service.image", "service: { port: 1, image: a }", "service: { port: 1, image: b }");
    top(files, "service.port", "service: { image: a, port: 1 }", "service: { image: a, port: 2 }");
    top(files, "service.send", image + "send: a }", image + "send: b }");
    top(files, "service.expect", image + "expect: a }", image + "expect: b }");
    String step = "timeline: [{ at: 1s, name: stop, stop: server }, { %s }]";
    pair(
        files,
        "timeline.at",
        step,
        "name: a, kill: wan-gateway, at: 2s",
        "name: a, kill: wan-gateway, at: 3s");
    pair(
        files,
        "timeline.name",
        step,
        "at: 2s, kill: wan-gateway, name: a",
        "at: 2s, kill: wan-gateway, name: b");
    pair(
        files,
        "timeline.kill",
        step,
        "at: 2s, name: a, kill: wan-gateway",
        "at: 2s, name: a, kill: client-wan-1");
    pair(
        files,
        "timeline.stop",
        step,
        "at: 2s, name: a, stop: wan-gateway",
        "at: 2s, name: a, stop: client-wan-1");
    pair(
        files,
        "timeline.start",
        step,
        "at: 2s, name: a, start: server",
        "at: 2s, name: a, kill: client-wan-1");
    pair(
        files,
        "timeline.clients.near",
        step,
        "at: 2s, name: a, clients: { near: 5 }",
        "at: 2s, name: a, clients: { near: 6 }");
    pair(
        files,
        "timeline.clients.far",
        step,
        "at: 2s, name: a, clients: { far: 5 }",
        "at: 2s, name: a, clients: { far: 6 }");
    pair(files, "timeline.link", step, "at: 2s, name: a, link: lte", "at: 2s, name: a, link: cut");
    links(files, "timeline.", "timeline: [{ at: 2s, name: a, link: { %s } }]");
    String expect = "expect: [{ %s }]";
    pair(files, "expect.name", expect, "greeted: everyone, name: a", "greeted: everyone, name: b");
    claim(files, "who", "greeted: everyone, who: near", "greeted: everyone, who: far");
    claim(files, "from", "greeted: everyone, from: 1s", "greeted: everyone, from: cut");
    claim(files, "to", "greeted: everyone, to: 1s", "greeted: everyone, to: cut");
    claim(files, "greeted", "greeted: everyone", "greeted: nobody");
    claim(files, "greeted-within", "greeted-within: 1s", "greeted-within: 2s");
    claim(files, "failures", "failures: 0%", "failures: 1%..");
    claim(files, "reasons", "failures: 1%, reasons: [reset]", "failures: 1%, reasons: [refused]");
    claim(files, "bytes", "bytes: whole", "bytes: 10");
    for (String time : List.of("connect", "greeting")) {
      for (int percentile : List.of(1, 10, 50, 90, 99, 100)) {
        String field = time + "-p" + percentile;
        claim(files, field, field + ": 1ms..", field + ": 2ms..");
      }
    }
    String control = "control: { %s }";
    pair(
        files,
        "control.without",
        control,
        "fails: [one], without: [cut]",
        "fails: [one], without: [heal]");
    pair(
        files,
        "control.fails",
        control,
        "without: [cut], fails: [one]",
        "without: [cut], fails: [two]");
    pair(files, "control.link", control, "fails: [one], link: lte", "fails: [one], link: perfect");
    links(files, "control.", "control: { fails: [one], link: { %s } }");
    return files;
  }

  private static void top(Map<String, List<String>> files, String path, String one, String two) {
    files.put(path, List.of(completed(one), completed(two)));
  }

  private static void pair(
      Map<String, List<String>> files, String path, String form, String one, String two) {
    top(files, path, form.formatted(one), form.formatted(two));
  }

  private static void inside(
      Map<String, List<String>> files, String group, String field, String one, String two) {
    pair(files, group + "." + field, group + ": { " + field + ": %s }", one, two);
  }

  private static void claim(Map<String, List<String>> files, String field, String one, String two) {
    pair(files, "expect." + field, "expect: [{ name: a, %s }]", one, two);
  }

  private static void links(Map<String, List<String>> files, String prefix, String form) {
    Map<String, List<String>> values =
        Map.of(
            "profile", List.of("profile: lte", "profile: perfect"),
            "down", List.of("down: 1ms", "down: 2ms~1ms"),
            "up", List.of("up: 1ms", "up: 2ms~1ms"),
            "rate", List.of("rate: 1mbit", "rate: 2mbit"),
            "down-rate", List.of("down-rate: 1mbit", "down-rate: 2mbit"),
            "up-rate", List.of("up-rate: 1mbit", "up-rate: 2mbit"),
            "fault",
                List.of(
                    "profile: lte, fault: 'truncated:9'",
                    "profile: lte, fault: ['truncated:9', 'sliced:1/5ms']"));
    values.forEach(
        (field, two) -> pair(files, prefix + "link." + field, form, two.getFirst(), two.getLast()));
  }

  private static String completed(String fields) {
    return BASE.lines()
        .filter(line ->
            fields
                .lines()
                .noneMatch(own -> own.startsWith(line.substring(0, line.indexOf(':') + 1))))
        .reduce(fields + "\n", (text, line) -> text + line + "\n");
  }

  @TestFactory
  Stream<DynamicTest> everyFieldOfTheSchemaIsReadAndCounts() {
    return files().entrySet().stream()
        .map(field ->
            DynamicTest.dynamicTest(
                field.getKey(),
                () ->
                    assertNotEquals(
                        ScenarioReader.read("one.yaml", field.getValue().getFirst()),
                        ScenarioReader.read("two.yaml", field.getValue().getLast()))));
  }

  @Test
  void noFieldOfTheSchemaIsLeftOutAbove() {
    var groups = List.of("clients", "service", "timeline", "expect", "control", "timeline.clients");
    var fields = new TreeSet<>(fields(SCHEMA, "").keySet());
    fields.removeAll(groups);
    assertEquals(fields, new TreeSet<>(files().keySet()));
  }

  private static Map<String, JsonObject> fields(JsonObject schema, String prefix) {
    Map<String, JsonObject> fields = new TreeMap<>();
    JsonObject object = resolved(schema);
    if (!object.has("properties")) {
      return fields;
    }
    for (Map.Entry<String, JsonElement> property :
        object.getAsJsonObject("properties").entrySet()) {
      JsonObject field = property.getValue().getAsJsonObject();
      String path = prefix + property.getKey();
      fields.put(path, field);
      JsonObject inner = resolved(field);
      fields.putAll(
          fields(inner.has("items") ? inner.getAsJsonObject("items") : inner, path + "."));
    }
    return fields;
  }

  private static JsonObject resolved(JsonObject schema) {
    return schema.has("$ref")
        ? SCHEMA
            .getAsJsonObject("$defs")
            .getAsJsonObject(schema.get("$ref").getAsString().replace("#/$defs/", ""))
        : schema;
  }
}
