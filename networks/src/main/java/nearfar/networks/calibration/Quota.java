package nearfar.networks.calibration;

/**
 * How much of the machine a container may use.
 *
 * @param cpus in cores, such as 0.5; more than 0
 * @param throttled in how many of the kernel's periods, of 100 ms as a rule, it had used up its
 *     share while it was measured, and waited; 0 also where nobody counted
 */
public record Quota(double cpus, long throttled) {}
