package gaitd.runtime.adapt;

import gaitd.hal.Sensed;
import gaitd.policies.cpg.Gait;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.fault.Reaction;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.gait.VelocityTarget;
import gaitd.runtime.mode.Mode;

/**
 * The stage before the policies: tells the adapting one what speaks against exploring and trying, sums what its reward needs, and
 * ends its experience with the walk.
 *
 * <p>Called by the control thread once a tick; does nothing where no policy adapts. Allocates nothing.
 */
public final class AdaptStage {
    private final AdaptiveCell cell;
    private final Sensed sensed;
    private final BodyEstimate estimate;
    private final VelocityTarget target;
    private final FaultLatch latch;

    /**
     * A stage of one controller.
     *
     * @param cell the network of the policy that adapts, null where none does
     * @param sensed the controller's reading
     * @param estimate its estimate
     * @param target its velocity in force
     * @param latch its faults
     */
    public AdaptStage(
            final AdaptiveCell cell,
            final Sensed sensed,
            final BodyEstimate estimate,
            final VelocityTarget target,
            final FaultLatch latch) {
        this.cell = cell;
        this.sensed = sensed;
        this.estimate = estimate;
        this.target = target;
        this.latch = latch;
    }

    /**
     * One tick, before the policies.
     *
     * @param tick number of the tick
     * @param mode what the robot did in the last tick
     * @param slowing whether it walked only to come to rest
     * @param share of the adapting policy blended into the walk in the last tick
     * @param gait how it walks
     */
    public void update(final long tick, final Mode mode, final boolean slowing, final double share, final Gait gait) {
        if (cell == null) {
            return;
        }
        final ExplorationOff passed = cell.writer.tick(sensed, estimate, target);
        final boolean walking = mode == Mode.WALK;
        final boolean ending = latch.reaction().atLeast(Reaction.STOP_WALKING);
        if (!walking || share == 0) {
            cell.writer.finish(ending ? EpisodeEnd.FAULT : EpisodeEnd.STOPPED);
        }
        if (share > 0) {
            cell.trials.guard(latch.isTripped(), ending, passed != ExplorationOff.ON);
        }
        final ExplorationOff hindrance = hindrance(walking && !slowing, share, passed);
        if (hindrance != ExplorationOff.ON) {
            cell.exploration.off();
            cell.context.hindrance = cell.context.hindrance == ExplorationOff.ON ? hindrance : cell.context.hindrance;
        }
        cell.context.tick = tick;
        cell.context.mode = mode;
        cell.context.gait = gait;
        cell.context.share = share;
        cell.context.command[0] = target.vx();
        cell.context.command[1] = target.vy();
        cell.context.command[2] = target.yawRate();
    }

    private ExplorationOff hindrance(final boolean walking, final double share, final ExplorationOff passed) {
        if (!walking) {
            return ExplorationOff.NOT_WALKING;
        }
        if (share < 1) {
            return ExplorationOff.BLENDING;
        }
        return latch.isTripped() ? ExplorationOff.GUARD : passed;
    }

    /**
     * Writes what adapting did in this tick.
     *
     * @param frame its fields of adapting are written
     */
    public void write(final TickFrame frame) {
        if (cell == null) {
            return;
        }
        frame.put(TickField.ADAPT_VERSION, cell.trials.acted());
        frame.put(TickField.ADAPT_CANDIDATE, cell.trials.candidate().version());
        frame.put(TickField.ADAPT_ROLLED_BACK, cell.trials.rolledBack());
        frame.put(TickField.ADAPT_SLOT_TAKEN, cell.slotTaken());
        frame.put(TickField.ADAPT_PHASE, cell.trials.phase().ordinal());
        frame.put(TickField.ADAPT_ROLLBACK_CAUSE, cell.trials.cause().ordinal());
        frame.put(TickField.ADAPT_EXPLORATION_OFF, cell.explorationOff().ordinal());
        frame.putReal(TickField.ADAPT_CANDIDATE_SHARE, 0, cell.trials.share());
    }

    /** Continues without the shared memory, which is gone: keeps the weights that are loaded. Allocates. */
    public void abandonShared() {
        if (cell != null) {
            cell.abandonShared();
        }
    }
}
