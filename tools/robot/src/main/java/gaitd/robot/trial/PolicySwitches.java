package gaitd.robot.trial;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.command.OperatorRequest;

/** Switches policies on, off and over at times that chance decides, each 0.6 to 3 s after the one before. Asked by one thread. */
public final class PolicySwitches {
    private static final double SHORTEST_S = 0.6;
    private static final double LONGEST_S = 3;

    private final RandomStream random;
    private final int policies;
    private boolean on = true;
    private int made;
    private double nextS;

    /**
     * Switches of a walk that begins with the first policy on.
     *
     * @param seed decides them
     * @param policies how many there are, 1 or more
     */
    public PolicySwitches(final long seed, final int policies) {
        random = new RandomStream(seed);
        this.policies = policies;
        nextS = pause();
    }

    /**
     * What is due.
     *
     * @param timeS time since the walk began, s
     * @return the request, {@link OperatorRequest#NONE} between switches
     */
    public OperatorRequest at(final double timeS) {
        if (timeS < nextS) {
            return OperatorRequest.NONE;
        }
        nextS += pause();
        made++;
        if (on && policies > 1 && random.nextDouble() < 0.5) {
            return OperatorRequest.POLICY_NEXT;
        }
        on = !on;
        return on ? OperatorRequest.POLICY_ON : OperatorRequest.POLICY_OFF;
    }

    /**
     * Whether a policy was asked for last.
     *
     * @return false between switching off and on again
     */
    public boolean on() {
        return on;
    }

    /**
     * Switches so far.
     *
     * @return count
     */
    public int made() {
        return made;
    }

    private double pause() {
        return SHORTEST_S + (LONGEST_S - SHORTEST_S) * random.nextDouble();
    }
}
