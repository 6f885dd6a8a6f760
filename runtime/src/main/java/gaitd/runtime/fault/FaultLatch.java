package gaitd.runtime.fault;

/**
 * Keeps faults until a person clears them: the first cause with its joint, value, tick and mode, all others as bits, and the
 * strongest reaction they ask for.
 *
 * <p>A warning does not hide what comes after it: the first fault that asks for more than {@link Reaction#DERATE} replaces it as
 * the first cause. Guards that are off are kept here, so that each guard is off in the same way. Owned by the control thread;
 * allocates nothing.
 */
public final class FaultLatch {
    private final long offBits;
    private Fault first = Fault.NONE;
    private int joint = -1;
    private double value;
    private long firstTick = -1;
    private int firstMode;
    private Reaction reaction = Reaction.NONE;
    private long bits;
    private long causeBits;
    private long tick;
    private int modeOrdinal;

    /** A latch with every guard on. */
    public FaultLatch() {
        this(0);
    }

    /**
     * A latch with some guards off.
     *
     * @param offBits a bit for the ordinal of each fault that is never latched
     */
    public FaultLatch(final long offBits) {
        this.offBits = offBits;
    }

    /**
     * Starts a tick: forgets the causes seen in the last one, not the latched faults.
     *
     * @param newTick number of the tick, kept with the first cause
     * @param newModeOrdinal ordinal of the mode the robot is in, kept with the first cause
     */
    public void beginTick(final long newTick, final int newModeOrdinal) {
        tick = newTick;
        modeOrdinal = newModeOrdinal;
        causeBits = 0;
    }

    /**
     * Latches a fault; called again in every tick in which its cause persists, so that it cannot be cleared meanwhile.
     *
     * @param fault which
     * @param faultyJoint the joint, foot or axis, or -1
     * @param measured the value that tripped it, in the fault's unit
     */
    public void trip(final Fault fault, final int faultyJoint, final double measured) {
        final long bit = fault.bit();
        if ((offBits & bit) != 0) {
            return;
        }
        final boolean covered = reaction.atLeast(Reaction.STOP_WALKING) || reaction.atLeast(fault.reaction);
        if (first == Fault.NONE || !covered) {
            first = fault;
            joint = faultyJoint;
            value = measured;
            firstTick = tick;
            firstMode = modeOrdinal;
        }
        if (fault.reaction.atLeast(reaction)) {
            reaction = fault.reaction;
        }
        bits |= bit;
        causeBits |= bit;
    }

    /**
     * Clears all, if no guard tripped in this tick.
     *
     * @return whether it is clear now
     */
    public boolean clear() {
        if (causeBits != 0) {
            return false;
        }
        first = Fault.NONE;
        joint = -1;
        value = 0;
        firstTick = -1;
        firstMode = 0;
        reaction = Reaction.NONE;
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
     * Whether a fault is latched.
     *
     * @param fault which
     * @return true until cleared
     */
    public boolean has(final Fault fault) {
        return (bits & fault.bit()) != 0;
    }

    /**
     * What the latched faults ask for.
     *
     * @return the strongest reaction of them
     */
    public Reaction reaction() {
        return reaction;
    }

    /**
     * The first cause.
     *
     * @return it, or {@link Fault#NONE}
     */
    public Fault first() {
        return first;
    }

    /**
     * Joint of the first cause.
     *
     * @return joint, foot or axis index, or -1
     */
    public int joint() {
        return joint;
    }

    /**
     * Value that tripped the first cause.
     *
     * @return in the fault's unit
     */
    public double value() {
        return value;
    }

    /**
     * When the first cause tripped.
     *
     * @return tick number, -1 when nothing is latched
     */
    public long tick() {
        return firstTick;
    }

    /**
     * What the robot did when the first cause tripped.
     *
     * @return ordinal of the mode
     */
    public int modeOrdinal() {
        return firstMode;
    }

    /**
     * All latched faults.
     *
     * @return the bits of {@link Fault#bit()}
     */
    public long bits() {
        return bits;
    }

    /**
     * Guards that are off.
     *
     * @return the bits of {@link Fault#bit()}
     */
    public long offBits() {
        return offBits;
    }
}
