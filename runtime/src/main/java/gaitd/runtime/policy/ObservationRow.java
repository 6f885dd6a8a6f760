package gaitd.runtime.policy;

import gaitd.maths.Trig;
import gaitd.policies.bundle.InputLayout;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.TermFacts;
import java.util.Arrays;

/**
 * Builds a network's input from a manifest's observation list: clamp((observed - offset) scale, min, max), of this step and of those
 * before where terms have a history.
 *
 * <p>Called at the policy's rate; allocates nothing after construction.
 */
public final class ObservationRow {
    private static final double TWO_PI = 2 * Math.PI;
    private static final double[] NONE = {};

    /** The network's input. */
    final float[] input;

    private final ObservedSignal[] signals;
    private final int[] sizes;
    private final Scaling scaling;
    private final double[] poseRad;
    private final double[] observed;
    private final int[] from;
    private final TermFacts[] facts;
    private final double[][] phase;
    private final float[] step;
    private final ObservationHistory history;
    private final HeadingHold heading;
    private final double[] previous;
    private double turnRadS;

    /**
     * A row of zeros, without histories, clocks or a held heading.
     *
     * @param signals what is observed, in order
     * @param sizes values of each
     * @param scaling of all values
     * @param poseRad default joint angles in the order of the robot, 12, rad
     * @param order of joints and legs in the list
     */
    public ObservationRow(
            final ObservedSignal[] signals,
            final int[] sizes,
            final Scaling scaling,
            final double[] poseRad,
            final JointOrder order) {
        this(signals, sizes, none(signals.length), scaling, poseRad, order);
    }

    /**
     * A row of zeros.
     *
     * @param signals what is observed, in order
     * @param sizes values of each in one step
     * @param facts of each
     * @param scaling of all values of one step
     * @param poseRad default joint angles in the order of the robot, 12, rad
     * @param order of joints and legs in the list
     */
    public ObservationRow(
            final ObservedSignal[] signals,
            final int[] sizes,
            final TermFacts[] facts,
            final Scaling scaling,
            final double[] poseRad,
            final JointOrder order) {
        final InputLayout layout = InputLayout.of(sizes, facts);
        this.facts = facts.clone();
        phase = new double[facts.length][];
        double headingGain = 0;
        for (int k = 0; k < facts.length; k++) {
            phase[k] = facts[k].phases();
            headingGain = Math.max(headingGain, facts[k].headingGain());
        }
        int actions = 0;
        for (int k = 0; k < signals.length; k++) {
            actions = signals[k] == ObservedSignal.PREVIOUS_ACTION ? sizes[k] : actions;
        }
        previous = new double[actions];
        history = new ObservationHistory(layout);
        heading = new HeadingHold(headingGain);
        step = new float[layout.values()];
        this.signals = signals.clone();
        this.sizes = sizes.clone();
        this.scaling = scaling;
        this.poseRad = poseRad.clone();
        observed = new double[scaling.size()];
        input = new float[layout.inputs()];
        from = new int[scaling.size()];
        int at = 0;
        for (int k = 0; k < signals.length; k++) {
            for (int i = 0; i < sizes[k]; i++) {
                from[at + i] = at + order.place(signals[k].size, i);
            }
            at += sizes[k];
        }
    }

    private static TermFacts[] none(final int terms) {
        final TermFacts[] none = new TermFacts[terms];
        Arrays.fill(none, TermFacts.NONE);
        return none;
    }

    /** Forgets the steps and outputs before, and the heading. */
    void reset() {
        history.reset();
        Arrays.fill(previous, 0);
        heading.reset();
    }

    /** Once a tick of so many seconds, also when no step is due. */
    void tick(final RobotSignals robot, final double periodS) {
        turnRadS = robot.hold(heading, periodS);
    }

    /**
     * Builds the input of a network that observes no scaled actions.
     *
     * @param robot what is observed
     * @param lastOutput what the network gave last; as long as the list says
     * @param timeS since the policy began, s
     */
    public void update(final RobotSignals robot, final float[] lastOutput, final double timeS) {
        update(robot, lastOutput, NONE, timeS);
    }

    /** Builds the input, from the last output too, before and after its scaling, and from the time since the policy began. */
    void update(final RobotSignals robot, final float[] lastOutput, final double[] lastAction, final double timeS) {
        int at = 0;
        for (int i = 0; i < signals.length; i++) {
            switch (signals[i]) {
                case LAST_ACTION_SCALED -> System.arraycopy(lastAction, 0, observed, at, sizes[i]);
                case PREVIOUS_ACTION -> System.arraycopy(previous, 0, observed, at, previous.length);
                case CONSTANT -> Arrays.fill(observed, at, at + sizes[i], 1);
                case CLOCK_PHASE, CLOCK_SIN, CLOCK_COS -> clock(i, timeS, at);
                case COMMAND -> {
                    robot.read(signals[i], poseRad, lastOutput, observed, at);
                    observed[at + 2] += facts[i].headingGain() > 0 ? turnRadS : 0;
                }
                default -> robot.read(signals[i], poseRad, lastOutput, observed, at);
            }
            at += sizes[i];
        }
        for (int i = 0; i < previous.length; i++) {
            previous[i] = lastOutput[i];
        }
        for (int i = 0; i < observed.length; i++) {
            step[i] = (float) Math.clamp(
                    (observed[from[i]] - scaling.offset[i]) * scaling.scale[i], scaling.min[i], scaling.max[i]);
        }
        history.push(step, input);
    }

    private void clock(final int term, final double timeS, final int at) {
        for (int i = 0; i < sizes[term]; i++) {
            final double periods = timeS / facts[term].periodS() + phase[term][i];
            final double share = periods - Math.floor(periods);
            observed[at + i] = switch (signals[term]) {
                case CLOCK_SIN -> Trig.sin(TWO_PI * share);
                case CLOCK_COS -> Trig.cos(TWO_PI * share);
                default -> share;
            };
        }
    }

    /**
     * Copies the input.
     *
     * @param out rows
     * @param at where the row begins
     */
    public void copy(final float[] out, final int at) {
        System.arraycopy(input, 0, out, at, input.length);
    }
}
