package nearfar.lab.scenario;

/**
 * What has to be seen, of whom, in which part of the timeline.
 *
 * @param name unique in its scenario; a negative control names the one that has to fail
 */
public record Expectation(String name, ClientSelector who, Window window, Claim claim) {}
