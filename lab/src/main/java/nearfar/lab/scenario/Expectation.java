package nearfar.lab.scenario;

/**
 * A claim about some clients, in a part of the timeline.
 *
 * @param name unique in its scenario; a negative control refers to it
 */
public record Expectation(String name, ClientSelector who, Window window, Claim claim) {}
