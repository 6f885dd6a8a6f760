package gaitd.robot.trial;

import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of a policy in one walk of its trial.
 *
 * @param name for tables
 * @param vx forward velocity, m/s
 * @param vy velocity to the left, m/s
 * @param yawRate turning to the left, rad/s
 * @param seconds length, s
 * @param what happens beside that
 */
record TrialEpisode(String name, double vx, double vy, double yawRate, double seconds, TrialEvent what) {
    private static final double WALK_S = 6;
    private static final double LONG_S = 10;

    /**
     * All of a trial: commands reach as far as an operator may ask and the policy observes.
     *
     * @param config limits of commands
     * @param manifest its bounds of the observed command
     * @return in the order of the table
     */
    static List<TrialEpisode> all(final Config config, final Manifest manifest) {
        final double forward = reach(manifest, 0, 1, config.get(Setting.VX_MAX));
        final double back = reach(manifest, 0, -1, config.get(Setting.VX_MAX));
        final double left = reach(manifest, 1, 1, config.get(Setting.VY_MAX));
        final double right = reach(manifest, 1, -1, config.get(Setting.VY_MAX));
        final double turnLeft = reach(manifest, 2, 1, config.get(Setting.YAW_MAX));
        final double turnRight = reach(manifest, 2, -1, config.get(Setting.YAW_MAX));
        final double half = forward / 2;
        final List<TrialEpisode> all = new ArrayList<>();
        all.add(new TrialEpisode("stands", 0, 0, 0, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("forward, half speed", half, 0, 0, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("forward", forward, 0, 0, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("back", back, 0, 0, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("left", 0, left, 0, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("right", 0, right, 0, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("turns left", half, 0, turnLeft, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("turns right", half, 0, turnRight, WALK_S, TrialEvent.NONE));
        all.add(new TrialEpisode("pushed", half, 0, 0, LONG_S, TrialEvent.PUSHES));
        all.add(new TrialEpisode("switched", half, 0, 0, LONG_S, TrialEvent.SWITCHES));
        all.add(new TrialEpisode("stops and sits", half, 0, 0, LONG_S, TrialEvent.SITS));
        return all;
    }

    /** How far a command goes to one side: the limit, or less where the policy observes no more. */
    private static double reach(final Manifest manifest, final int axis, final int side, final double limit) {
        double most = limit;
        for (final Channel<ObservedSignal> channel : manifest.observations()) {
            final double scale = channel.signal() == ObservedSignal.COMMAND ? channel.scale()[axis] : 0;
            if (scale != 0) {
                final double[] end = side * scale > 0 ? channel.max() : channel.min();
                most = Math.min(most, side * (end[axis] / scale + channel.offset()[axis]));
            }
        }
        return side * Math.max(0, most);
    }
}
