package gaitd.runtime.safety;

import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;

/**
 * A difference between two sensors that is a fault when it stays beyond its limit for a while.
 *
 * <p>Judged once a state, told in every tick, so that the fault cannot be cleared while the newest state still shows it.
 */
final class Disagreement {
    private final Fault fault;
    private final double limit;
    private final double lastsS;
    private double value;
    private double beyondS;

    Disagreement(final Fault fault, final double limit, final double lastsS) {
        this.fault = fault;
        this.limit = limit;
        this.lastsS = lastsS;
    }

    void reset() {
        value = 0;
        beyondS = 0;
    }

    /** One state, so long after the one before. */
    void judge(final double newValue, final double stepS) {
        value = newValue;
        beyondS = newValue <= limit ? 0 : beyondS + stepS;
    }

    /** Whether the newest state shows it. */
    boolean isBeyond() {
        return beyondS > 0;
    }

    void tell(final FaultLatch latch) {
        if (beyondS > lastsS) {
            latch.trip(fault, -1, value);
        }
    }
}
