package gaitd.runtime.fault;

/**
 * Keeps faults until an operator clears them: the first with its value and joint, the others as bits.
 *
 * <p>Owned by the control thread; allocates nothing.
 */
public final class FaultLatch {
    private Fault first = Fault.NONE;
    private int joint = -1;
    private double value;
    private int bits;
    private int bitsThisTick;

    /** Starts a tick: clears the faults seen in the last one, not the latched ones. */
    public void beginTick() {
        bitsThisTick = 0;
    }

    /**
     * Latches a fault.
     *
     * @param fault which
     * @param faultyJoint the joint, or -1
     * @param measured the value that tripped it, in the fault's unit
     */
    public void trip(final Fault fault, final int faultyJoint, final double measured) {
        if (first == Fault.NONE) {
            first = fault;
            joint = faultyJoint;
            value = measured;
        }
        bits |= 1 << fault.ordinal();
        bitsThisTick |= 1 << fault.ordinal();
    }

    /**
     * Clears all, if no guard tripped in this tick.
     *
     * @return whether it is clear now
     */
    public boolean clear() {
        if (bitsThisTick != 0) {
            return false;
        }
        first = Fault.NONE;
        joint = -1;
        value = 0;
        bits = 0;
        return true;
    }

    /**
     * Whether anything is latched.
     *
     * @return true until cleared
     */
    public boolean isTripped() {
        return bits != 0;
    }

    /**
     * The first fault.
     *
     * @return it, or {@link Fault#NONE}
     */
    public Fault first() {
        return first;
    }

    /**
     * Joint of the first fault.
     *
     * @return joint index, or -1
     */
    public int joint() {
        return joint;
    }

    /**
     * Value that tripped the first fault.
     *
     * @return in the fault's unit
     */
    public double value() {
        return value;
    }

    /**
     * All latched faults.
     *
     * @return a bit for each ordinal
     */
    public int bits() {
        return bits;
    }
}
