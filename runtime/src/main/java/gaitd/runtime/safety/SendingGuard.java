package gaitd.runtime.safety;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Notices that commands do not leave this computer, so that the robot damps when they do again.
 *
 * <p>Called by the control thread once a tick, after sending; what it latches takes effect in the next tick. Allocates nothing.
 */
public final class SendingGuard {
    private static final long NEVER = Long.MIN_VALUE;

    private final long silenceMaxNs;
    private long refusedSinceNs = NEVER;

    /**
     * A guard with the limit of a configuration.
     *
     * @param config the limit
     */
    public SendingGuard(final Config config) {
        silenceMaxNs = (long) (config.get(Setting.STALE_MS) * 1e6);
    }

    /** As constructed. */
    public void reset() {
        refusedSinceNs = NEVER;
    }

    /**
     * One tick.
     *
     * @param taken whether the system took the commands of this tick
     * @param nowNs the loop's clock, ns
     * @param mode what the robot is doing
     * @param latch where the fault goes
     */
    public void update(final boolean taken, final long nowNs, final Mode mode, final FaultLatch latch) {
        if (taken) {
            refusedSinceNs = NEVER;
            return;
        }
        if (refusedSinceNs == NEVER) {
            refusedSinceNs = nowNs;
        }
        if (nowNs - refusedSinceNs > silenceMaxNs && mode != Mode.PASSIVE) {
            latch.trip(Fault.COMMANDS_NOT_SENT, -1, (nowNs - refusedSinceNs) * 1e-6);
        }
    }
}
