package gaitd.sim.identify;

import java.util.List;

/**
 * What was found out about a robot.
 *
 * @param seconds walking time that it took
 * @param quantities every estimate with its interval: {@code payload}, {@code payload_x}, {@code payload_y}, {@code strength.JOINT},
 *     {@code dry_friction.JOINT}, {@code damping.JOINT}, {@code zero.JOINT}, {@code delay}
 */
public record Identified(double seconds, List<Estimate> quantities) {
    /** Copies the list. */
    public Identified {
        quantities = List.copyOf(quantities);
    }

    /**
     * One of the estimates.
     *
     * @param name such as {@code strength.RR_calf}
     * @return the estimate
     * @throws IllegalArgumentException when there is none of that name
     */
    public Estimate get(final String name) {
        return quantities.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing is found of that name: " + name));
    }
}
