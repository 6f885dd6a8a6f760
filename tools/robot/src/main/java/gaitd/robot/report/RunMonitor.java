package gaitd.robot.report;

import gaitd.robot.scenario.Scenario;
import gaitd.runtime.frame.TickFrame;

/** Observer of a run: displays, serves pages, steers. Called by the thread that drives the scenario. */
public interface RunMonitor {
    /** No observer. */
    RunMonitor NONE = new RunMonitor() {
        @Override
        public void frame(final TickFrame frame, final Scenario scenario, final RunMeter meter) {
            // nothing to show
        }
    };

    /**
     * Takes a frame, after scenario and meter.
     *
     * @param frame not modified, valid during the call
     * @param scenario the run's scenario; keys may be pressed on it
     * @param meter figures of the run so far, not modified
     */
    void frame(TickFrame frame, Scenario scenario, RunMeter meter);

    /**
     * Called about every other millisecond, in real time only.
     *
     * @param scenario the run's scenario; keys may be pressed on it
     */
    default void idle(final Scenario scenario) {}
}
