package gaitd.runtime.gait;

import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Computes joint commands from mode and velocity: damping, a posture move, or the walk.
 *
 * <p>Called by the control thread once a tick, after the mode machine. Allocates nothing.
 */
public final class LocomotionController {
    private final FoldMove fold;
    private final PostureMoves moves;
    private final WalkController walk;
    private final double dampingKd;
    private Mode lastMode = Mode.PASSIVE;

    /**
     * A controller for a passive robot.
     *
     * @param config gains, heights, durations
     */
    public LocomotionController(final Config config) {
        final Stance stance = new Stance(config);
        fold = new FoldMove(config);
        moves = new PostureMoves(config, stance);
        walk = new WalkController(config, stance);
        dampingKd = config.get(Setting.DAMPING_KD);
    }

    /**
     * Clears the last mode, so that the next one begins at the present foot positions.
     *
     * @param estimate the estimate, not modified
     */
    public void reset(final BodyEstimate estimate) {
        lastMode = Mode.PASSIVE;
        walk.begin(estimate);
    }

    /**
     * One tick.
     *
     * @param mode what the robot is doing
     * @param inModeS since when, s
     * @param target velocity in force
     * @param sensed the newest reading, not modified
     * @param estimate the estimate, not modified
     * @param policy what a policy adds to the walk, not modified
     * @param latch told when the robot is in no pose to rise from
     * @param out commands for all joints
     */
    public void update(
            final Mode mode,
            final double inModeS,
            final VelocityTarget target,
            final Sensed sensed,
            final BodyEstimate estimate,
            final PolicyInput policy,
            final FaultLatch latch,
            final JointCommands out) {
        if (mode != lastMode) {
            fold.begin(sensed);
            moves.begin(estimate);
            walk.begin(estimate);
            lastMode = mode;
        }
        switch (mode) {
            case PASSIVE, FAULT -> out.damp(dampingKd);
            case STAND_UP -> {
                if (fold.done()) {
                    if (inModeS == 0) {
                        FoldMove.isLevel(estimate, latch);
                    }
                    moves.standUp(inModeS, out);
                } else {
                    fold.update(sensed, estimate, latch, out);
                    moves.begin(estimate);
                }
            }
            case STAND -> moves.stand(inModeS, out);
            case SIT_DOWN -> moves.sitDown(inModeS, out);
            case WALK -> walk.update(target, estimate, policy, out);
        }
    }

    /**
     * Whether the mode may go on: legs are folded for rising, or the feet of a walk are down.
     *
     * @return as of the last tick
     */
    public boolean ready() {
        return lastMode == Mode.STAND_UP ? fold.done() : walk.feetDown();
    }

    /**
     * Changes the gait; the oscillators move over smoothly.
     *
     * @param gait the gait to walk with from now on
     */
    public void choose(final Gait gait) {
        walk.choose(gait);
    }

    /**
     * The walk controller, read for frames and observations.
     *
     * @return live, not to be modified
     */
    public WalkController walk() {
        return walk;
    }
}
