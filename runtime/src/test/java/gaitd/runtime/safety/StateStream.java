package gaitd.runtime.safety;

import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/** States into a filter, with clock, tick and mode in the hands of a test. */
final class StateStream {
    static final long NS_PER_MS = 1_000_000;

    final Sensed accepted = new Sensed();
    final FaultLatch latch = new FaultLatch();
    final StateFilter filter = new StateFilter(Config.defaults(), accepted);
    Mode mode = Mode.STAND;
    long nowNs = 5_000_000_000L;
    private long content;

    /** A tick in which a state with new content comes. */
    boolean say(final long robotTick) {
        content++;
        return repeat(robotTick);
    }

    /** A tick in which a state with the content of the last one comes. */
    boolean repeat(final long robotTick) {
        filter.arrived.robotTick = robotTick & 0xFFFFFFFFL;
        filter.arrived.gyro[0] = content * 1e-3;
        filter.arrived.receivedAtNs = nowNs;
        filter.arrived.sequence++;
        return update(true);
    }

    /** A tick in which nothing comes. */
    boolean silence() {
        return update(false);
    }

    private boolean update(final boolean came) {
        latch.beginTick(0, 0);
        filter.update(came, nowNs, mode, latch);
        return filter.isFresh();
    }

    /** New states every 2 ms, the robot's tick counting units of so many ns; gives the tick after them. */
    long stream(final long fromTick, final double seconds, final double unitNs) {
        final long count = Math.round(seconds * 500);
        for (long i = 0; i < count; i++) {
            nowNs += 2 * NS_PER_MS;
            say(fromTick + (long) (i * 2 * NS_PER_MS / unitNs));
        }
        return fromTick + (long) (count * 2 * NS_PER_MS / unitNs);
    }
}
