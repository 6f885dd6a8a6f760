package gaitd.runtime.safety;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Latches a fault when the loop misses more ticks in a row than {@link Setting#MISSED_TICKS_MAX} while the robot is not passive.
 *
 * <p>Called by the control thread once a tick, before the mode machine. Allocates nothing.
 */
public final class MissedTickGuard {
    private final int missedMax;

    /**
     * A guard with the limit of a configuration.
     *
     * @param config the limit
     */
    public MissedTickGuard(final Config config) {
        missedMax = (int) config.get(Setting.MISSED_TICKS_MAX);
    }

    /**
     * One tick.
     *
     * @param missedInARow ticks missed just before this one
     * @param mode what the robot did in the last tick
     * @param latch where the fault goes
     */
    public void update(final int missedInARow, final Mode mode, final FaultLatch latch) {
        if (missedInARow > missedMax && mode != Mode.PASSIVE) {
            latch.trip(Fault.TICKS_MISSED, -1, missedInARow);
        }
    }
}
