package gaitd.runtime.policy;

import gaitd.policies.bundle.PolicyCell;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.JointGains;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * One policy with its state: observes, steps its network at its own rate, holds the output between steps, and checks
 * outputs and step time.
 *
 * <p>Called by the control thread once a tick while it is on; allocates nothing after construction.
 */
public final class WalkingPolicy {
    private static final double S_PER_NS = 1e-9;
    private static final double MS_PER_S = 1e3;
    private static final double NS_PER_US = 1e3;

    /** Its action on the walk. */
    final ActionRow action;
    /** Gains of the legs it was trained with. */
    final JointGains gains;

    private final ObservationRow observation;
    private final PolicyCell cell;
    private final double elapsedPerStep;
    private final int ticksPerStep;
    private final double stepS;
    private final double boundsMargin;
    private final double boundsMs;
    private final double stepMaxUs;
    private final int overrunsMax;
    private final float[] output;
    private final double periodS;
    private long steps;
    private int ticksToStep;
    private int overruns;
    private int stepsOutside;

    /**
     * A policy that is off.
     *
     * @param config rate of the loop, and what a policy may do
     * @param observation builds the network's input
     * @param action takes its output
     * @param gains the legs' gains while it is blended in
     * @param cell the network, owned from now on
     * @param outputs size of its output
     * @param elapsedPerStep time the network is told, in its unit
     * @param ticksPerStep control ticks from one step to the next, 1 or more
     */
    public WalkingPolicy(
            final Config config,
            final ObservationRow observation,
            final ActionRow action,
            final JointGains gains,
            final PolicyCell cell,
            final int outputs,
            final double elapsedPerStep,
            final int ticksPerStep) {
        this.observation = observation;
        this.action = action;
        this.gains = gains;
        this.cell = cell;
        this.elapsedPerStep = elapsedPerStep;
        this.ticksPerStep = ticksPerStep;
        periodS = config.periodNs() * S_PER_NS;
        stepS = ticksPerStep * config.periodNs() * S_PER_NS;
        boundsMargin = config.get(Setting.POLICY_BOUNDS_MARGIN);
        boundsMs = config.get(Setting.POLICY_BOUNDS_MS);
        stepMaxUs = config.get(Setting.POLICY_STEP_MAX_US);
        overrunsMax = (int) config.get(Setting.POLICY_OVERRUNS_MAX);
        output = new float[outputs];
    }

    /** Resets the network's state; the next tick steps it. */
    void begin() {
        cell.reset();
        action.reset();
        observation.reset();
        steps = 0;
        Arrays.fill(output, 0);
        ticksToStep = 0;
        overruns = 0;
        stepsOutside = 0;
    }

    /**
     * One tick: a step when it is due.
     *
     * @param robot what is observed
     * @param clockNs measures the step
     * @param index its own number, for the latch
     * @param latch tripped when the policy has to be blended out; the last good output is then held
     * @return time the step took, ns; -1 when none was due
     */
    long update(final RobotSignals robot, final LongSupplier clockNs, final int index, final PolicyLatch latch) {
        observation.tick(robot, periodS);
        if (ticksToStep > 0) {
            ticksToStep--;
            return -1;
        }
        ticksToStep = ticksPerStep - 1;
        final long startNs = clockNs.getAsLong();
        observation.update(robot, output, action.value, steps * stepS);
        steps++;
        cell.step(observation.input, elapsedPerStep, output);
        final int bad = ActionRow.notFinite(output);
        if (bad >= 0) {
            latch.trip(PolicyFault.NOT_FINITE, index, bad, output[bad]);
        } else {
            action.take(output, stepS);
        }
        final long tookNs = clockNs.getAsLong() - startNs;
        if (bad < 0) {
            watch(tookNs, index, latch);
        }
        return tookNs;
    }

    private void watch(final long tookNs, final int index, final PolicyLatch latch) {
        stepsOutside = action.worstExcess() > boundsMargin ? stepsOutside + 1 : 0;
        if (stepsOutside * stepS * MS_PER_S > boundsMs) {
            latch.trip(PolicyFault.OUT_OF_BOUNDS, index, action.worst(), action.worstExcess());
        }
        overruns = tookNs > stepMaxUs * NS_PER_US ? overruns + 1 : 0;
        if (overruns >= overrunsMax) {
            latch.trip(PolicyFault.OVER_TIME, index, -1, tookNs / NS_PER_US);
        }
    }
}
