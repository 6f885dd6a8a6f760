package gaitd.runtime.policy;

/** Keeps the first policy fault until an operator clears it. Owned by the control thread; allocates nothing. */
public final class PolicyLatch {
    private PolicyFault fault = PolicyFault.NONE;
    private int policy = -1;
    private int output = -1;
    private double value;

    /** Nothing latched. */
    PolicyLatch() {}

    void trip(final PolicyFault tripped, final int faultyPolicy, final int faultyOutput, final double measured) {
        if (fault == PolicyFault.NONE) {
            fault = tripped;
            policy = faultyPolicy;
            output = faultyOutput;
            value = measured;
        }
    }

    void clear() {
        fault = PolicyFault.NONE;
        policy = -1;
        output = -1;
        value = 0;
    }

    /**
     * Whether anything is latched.
     *
     * @return true until cleared
     */
    public boolean isTripped() {
        return fault != PolicyFault.NONE;
    }

    /**
     * The first fault.
     *
     * @return it, or {@link PolicyFault#NONE}
     */
    public PolicyFault fault() {
        return fault;
    }

    /**
     * Policy that tripped.
     *
     * @return index of the policy, or -1
     */
    public int policy() {
        return policy;
    }

    /**
     * Output of the network that tripped.
     *
     * @return index, or -1
     */
    public int output() {
        return output;
    }

    /**
     * Value that tripped it.
     *
     * @return in the fault's unit
     */
    public double value() {
        return value;
    }
}
