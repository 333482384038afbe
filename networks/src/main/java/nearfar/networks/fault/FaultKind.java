package nearfar.networks.fault;

import java.util.function.Function;

/**
 * A kind of fault, for listing and parsing.
 *
 * @param name what the word begins with, such as {@code sliced}
 * @param form how the whole word is written, such as {@code sliced[:BYTES[/DELAY]]}
 * @param example a fault of this kind
 */
public record FaultKind(String name, String form, Fault example, Function<FaultWord, Fault> read) {}
