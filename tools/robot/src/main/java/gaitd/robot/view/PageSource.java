package gaitd.robot.view;

import gaitd.runtime.config.Config;
import gaitd.runtime.frame.FrameReader;
import java.util.function.Supplier;

/**
 * Where a page's data come from, and what its buttons do.
 *
 * @param frames to show, from now on read by the page's server only
 * @param ground to draw
 * @param settings of the control loop; gives null where they are not known. Called by any thread
 * @param learner what a learner is at, in words; empty when there is none
 * @param stop what the stop button does; null where there is no robot
 * @param helm what commands; null where the page may not
 * @param timeline of a recording; null where the robot is there
 */
public record PageSource(
        FrameReader frames,
        GroundPatch ground,
        Supplier<Config> settings,
        Supplier<String> learner,
        StopButton stop,
        Helm helm,
        Timeline timeline) {
    /**
     * Of a robot that is there.
     *
     * @param frames to show, from now on read by the page's server only
     * @param ground to draw
     * @param settings of the control loop; gives null where they are not known. Called by any thread
     * @param learner what a learner is at, in words; empty when there is none
     * @param stop what the stop button does
     * @param helm what commands; null where the page may not
     */
    public PageSource(
            final FrameReader frames,
            final GroundPatch ground,
            final Supplier<Config> settings,
            final Supplier<String> learner,
            final StopButton stop,
            final Helm helm) {
        this(frames, ground, settings, learner, stop, helm, null);
    }
}
