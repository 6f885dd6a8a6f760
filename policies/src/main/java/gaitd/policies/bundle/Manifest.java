package gaitd.policies.bundle;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Description of a policy and its requirements. Immutable.
 *
 * @param name lower case letters, digits, dots and dashes
 * @param joints names of the joints in the order of every list of joints
 * @param policyHz rate of the policy, Hz
 * @param tickHz rate of the control loop, Hz; a multiple of the policy's
 * @param observations the network's input, in order
 * @param actions meaning of its output, in order
 * @param posture gains and default pose
 * @param gait settings of the walk it was trained on, name without {@code gait.} to value; empty for a policy for any
 *     walk
 * @param cell the network
 * @param provenance where it comes from
 */
public record Manifest(
        String name,
        List<String> joints,
        double policyHz,
        double tickHz,
        List<Channel<ObservedSignal>> observations,
        List<Channel<ActedSignal>> actions,
        Posture posture,
        SortedMap<String, Double> gait,
        CellFacts cell,
        Provenance provenance) {
    /** Version of the format. */
    public static final int FORMAT = 1;
    /** The {@link #gait} of a policy for any walk. */
    public static final SortedMap<String, Double> ANY_GAIT = Collections.emptySortedMap();

    /** Copies the lists and the map. */
    public Manifest {
        joints = List.copyOf(joints);
        observations = List.copyOf(observations);
        actions = List.copyOf(actions);
        gait = Collections.unmodifiableSortedMap(new TreeMap<>(gait));
    }

    /**
     * Control ticks from one step of the policy to the next.
     *
     * @return at least 1
     */
    public int ticksPerStep() {
        return (int) Math.round(tickHz / policyHz);
    }

    /**
     * Why a policy cannot run at a rate.
     *
     * @param policyHz rate of the policy, Hz
     * @param tickHz rate of the control loop, Hz
     * @return null when it can
     */
    public static String rateProblem(final double policyHz, final double tickHz) {
        final double ratio = tickHz / policyHz;
        if (ratio >= 1 - 1e-9 && Math.abs(ratio - Math.rint(ratio)) <= 1e-9) {
            return null;
        }
        return "%s does not divide tick_hz %s; the next that does is %s"
                .formatted(policyHz, tickHz, tickHz / Math.max(1, Math.rint(ratio)));
    }

    /**
     * The network's inputs.
     *
     * @param observations the list
     * @return which value of which step each is
     */
    public static InputLayout inputs(final List<Channel<ObservedSignal>> observations) {
        return InputLayout.of(
                observations.stream().mapToInt(Channel::size).toArray(),
                observations.stream().map(Channel::facts).toArray(TermFacts[]::new));
    }

    /**
     * Size of a list.
     *
     * @param channels observations or actions
     * @return values, all channels and the steps of their histories together
     */
    public static int size(final List<? extends Channel<?>> channels) {
        return channels.stream()
                .mapToInt(channel -> channel.size() * channel.facts().steps())
                .sum();
    }
}
