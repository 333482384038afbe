package nearfar.networks.calibration;

/**
 * The CPU quota of a container.
 *
 * @param cpus in cores, such as 0.5; more than 0
 * @param throttled in how many of the kernel's periods (normally 100 ms) the quota throttled it
 *     during the measurement; 0 also if not counted
 */
public record Quota(double cpus, long throttled) {}
