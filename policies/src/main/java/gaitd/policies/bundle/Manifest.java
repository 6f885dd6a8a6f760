package gaitd.policies.bundle;

import java.util.List;

/**
 * What a policy is and what it wants. Immutable.
 *
 * @param name lower case letters, digits, dots and dashes
 * @param joints names of the joints in the order of every list of joints
 * @param policyHz rate of the policy, Hz
 * @param tickHz rate of the control loop, Hz; a multiple of the policy's
 * @param observations what the network's input is made of, in order
 * @param actions what its output means, in order
 * @param posture gains and default pose
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
        CellFacts cell,
        Provenance provenance) {
    /** Version of the format. */
    public static final int FORMAT = 1;

    /** Copies the lists. */
    public Manifest {
        joints = List.copyOf(joints);
        observations = List.copyOf(observations);
        actions = List.copyOf(actions);
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
     * Size of a list.
     *
     * @param channels observations or actions
     * @return values, all channels together
     */
    public static int size(final List<? extends Channel<?>> channels) {
        return channels.stream().mapToInt(Channel::size).sum();
    }
}
