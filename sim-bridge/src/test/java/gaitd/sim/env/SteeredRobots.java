package gaitd.sim.env;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.PolicyCell;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.JointGains;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.policy.ActionRow;
import gaitd.runtime.policy.JointOrder;
import gaitd.runtime.policy.ObservationRow;
import gaitd.runtime.policy.RobotSignals;
import gaitd.runtime.policy.Scaling;
import gaitd.runtime.policy.WalkingPolicy;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Robots whose policies output the rows of an array, and whose observations are the rows of another. */
final class SteeredRobots implements EnvTask {
    /** Joint angles, 12, rad. */
    static final int Q = 0;
    /** Rates of the oscillators, 4, Hz. */
    static final int FREQUENCY = 12;
    /** Gravity's direction in trunk axes, 3. */
    static final int GRAVITY = 16;
    /** Length of an observation. */
    static final int OBSERVATIONS = 19;

    private static final ObservedSignal[] SIGNALS = {
        ObservedSignal.JOINT_POSITION, ObservedSignal.OSCILLATOR_FREQUENCY, ObservedSignal.GRAVITY
    };

    /** Robots x {@link PolicyInput#ACTIONS}, shares of the limits, as {@link PolicyInput} orders them. */
    final float[] action;
    /** Robots x {@link #OBSERVATIONS}. */
    final float[] observation;
    /** The last ones of the episodes that ended. */
    final float[] finalObservation;

    private final Config config;

    SteeredRobots(final Config config, final int robots) {
        this.config = config;
        action = new float[robots * PolicyInput.ACTIONS];
        observation = new float[robots * OBSERVATIONS];
        finalObservation = new float[robots * OBSERVATIONS];
    }

    /** A policy that moves all that a policy may move, with the stance's gains in stance and swing. */
    static WalkingPolicy policy(final Config config, final ObservationRow observation, final PolicyCell cell) {
        final PolicyInput input = new PolicyInput(config);
        final double[] limits = IntStream.range(0, PolicyInput.ACTIONS)
                .mapToDouble(input::limit)
                .toArray();
        return new WalkingPolicy(
                config,
                observation,
                new ActionRow(
                        new ActedSignal[] {
                            ActedSignal.OSCILLATOR_AMPLITUDE_OFFSET,
                            ActedSignal.OSCILLATOR_FREQUENCY_OFFSET,
                            ActedSignal.OSCILLATOR_HEADING_OFFSET,
                            ActedSignal.JOINT_OFFSET
                        },
                        scaling(limits, 2),
                        limits,
                        JointOrder.ROBOT,
                        null),
                new JointGains(
                        filled(A1.JOINTS, config.get(Setting.STANCE_KP)),
                        filled(A1.JOINTS, config.get(Setting.STANCE_KD))),
                cell,
                PolicyInput.ACTIONS,
                1,
                EnvPlan.flat(config, 1, 0, 1).ticksPerStep());
    }

    /** An observation of these signals, of so many values each. */
    static ObservationRow row(final ObservedSignal[] signals, final int... sizes) {
        return new ObservationRow(
                signals,
                sizes,
                scaling(filled(Arrays.stream(sizes).sum(), 1), 100),
                new double[A1.JOINTS],
                JointOrder.ROBOT);
    }

    private static Scaling scaling(final double[] scale, final double bound) {
        return new Scaling(scale, new double[scale.length], filled(scale.length, -bound), filled(scale.length, bound));
    }

    private static double[] filled(final int size, final double value) {
        final double[] values = new double[size];
        Arrays.fill(values, value);
        return values;
    }

    @Override
    public WalkingPolicy[] policies(final int robot) {
        final PolicyCell given = new PolicyCell() {
            @Override
            public void reset() {
                // no memory
            }

            @Override
            public void step(final float[] input, final double elapsed, final float[] output) {
                System.arraycopy(action, robot * PolicyInput.ACTIONS, output, 0, PolicyInput.ACTIONS);
            }
        };
        return new WalkingPolicy[] {policy(config, row(new ObservedSignal[0]), given)};
    }

    @Override
    public void observe(final int robot, final RobotSignals signals, final boolean last) {
        final ObservationRow row = row(SIGNALS, A1.JOINTS, A1.LEGS, 3);
        row.update(signals, new float[0], 0);
        row.copy(last ? finalObservation : observation, robot * OBSERVATIONS);
    }
}
