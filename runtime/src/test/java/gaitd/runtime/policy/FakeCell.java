package gaitd.runtime.policy;

import gaitd.hal.A1;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.PolicyCell;
import gaitd.runtime.config.Config;
import gaitd.runtime.gait.JointGains;
import gaitd.runtime.gait.PolicyInput;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A network that gives what it is told to give, and takes as long as it is told to take. */
final class FakeCell implements PolicyCell {
    static final int TICKS_PER_STEP = 5;
    /** Pose of a policy that moves the legs alone. */
    static final double[] POSE = {0.01, 0.8, -1.5, 0.02, 0.81, -1.51, 0.03, 0.82, -1.52, 0.04, 0.83, -1.53};

    final float[] gives;
    long takesNs;
    JointGains gains = gains(60, 2);
    int steps;
    int resets;
    private long nowNs;

    FakeCell(final int outputs) {
        gives = new float[outputs];
    }

    /** A cell for twelve joint offsets that gives the same for each. */
    static FakeCell offsets(final double rad) {
        final FakeCell cell = new FakeCell(12);
        Arrays.fill(cell.gives, (float) rad);
        return cell;
    }

    /** Adds its output to the joints, bounds of 0.2 rad. */
    WalkingPolicy policy(final Config config) {
        return policy(config, 0.2, ActedSignal.JOINT_OFFSET);
    }

    WalkingPolicy policy(final Config config, final double bound, final ActedSignal... signals) {
        final PolicyInput input = new PolicyInput(config);
        final double[] limits = IntStream.range(0, PolicyInput.ACTIONS)
                .mapToDouble(input::limit)
                .toArray();
        return new WalkingPolicy(
                config,
                new ObservationRow(
                        new ObservedSignal[] {ObservedSignal.HEIGHT},
                        new int[] {1},
                        scaling(1, 10),
                        new double[12],
                        JointOrder.ROBOT),
                new ActionRow(
                        signals,
                        scaling(gives.length, bound),
                        limits,
                        JointOrder.ROBOT,
                        signals[0] == ActedSignal.JOINT_TARGET ? new LegAim(config, JointOrder.ROBOT, POSE) : null),
                gains,
                this,
                gives.length,
                1,
                TICKS_PER_STEP);
    }

    static JointGains gains(final double kp, final double kd) {
        final double[] stiffness = new double[A1.JOINTS];
        final double[] damping = new double[A1.JOINTS];
        Arrays.fill(stiffness, kp);
        Arrays.fill(damping, kd);
        return new JointGains(stiffness, damping);
    }

    static Scaling scaling(final int size, final double bound) {
        final double[] scale = new double[size];
        final double[] min = new double[size];
        final double[] max = new double[size];
        Arrays.fill(scale, 1);
        Arrays.fill(min, -bound);
        Arrays.fill(max, bound);
        return new Scaling(scale, new double[size], min, max);
    }

    long clockNs() {
        return nowNs;
    }

    @Override
    public void reset() {
        resets++;
    }

    @Override
    public void step(final float[] input, final double elapsed, final float[] output) {
        steps++;
        nowNs += takesNs;
        System.arraycopy(gives, 0, output, 0, gives.length);
    }
}
