package nearfar.client.diagram;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The link layers that tcpdump writes for one Ethernet interface or for all interfaces. */
enum LinkType {
  ETHERNET(1, 12, 14),
  LINUX_SLL(113, 14, 16),
  LINUX_SLL2(276, 0, 20);

  private final int number;
  private final int typeOffset;
  private final int header;

  LinkType(int number, int typeOffset, int header) {
    this.number = number;
    this.typeOffset = typeOffset;
    this.header = header;
  }

  /**
   * The link type with the number from a file's header.
   *
   * @throws PcapException if the number is unknown
   */
  static LinkType of(int number) throws PcapException {
    return Arrays.stream(values())
        .filter(type -> type.number == number)
        .findFirst()
        .orElseThrow(() ->
            new PcapException(
                "link type %d is none of %s"
                    .formatted(
                        number,
                        Arrays.stream(values())
                            .map(type ->
                                type.number + " (" + type.name().toLowerCase(Locale.ROOT) + ")")
                            .collect(Collectors.joining(", ")))));
  }

  /** The offset of the EtherType in the header. */
  int typeOffset() {
    return typeOffset;
  }

  int header() {
    return header;
  }
}
