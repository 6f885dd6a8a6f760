package gaitd.runtime.loop;

import gaitd.hal.PortCounters;

/**
 * Takes the results of a tick. Called last in a tick, by the control thread only; allocates nothing, waits for nothing.
 */
@FunctionalInterface
public interface FrameSink {
    /** Keeps nothing, for robots whose environment reads the stages itself. */
    FrameSink NONE = (timing, stages, counters) -> {};

    /**
     * Takes one tick.
     *
     * @param timing when it was due and when it began
     * @param stages every stage after its update, not modified
     * @param counters of the robot's port, not modified
     */
    void publish(TickTiming timing, ControlStages stages, PortCounters counters);
}
