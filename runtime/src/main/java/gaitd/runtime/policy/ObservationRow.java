package gaitd.runtime.policy;

import gaitd.policies.bundle.ObservedSignal;

/**
 * Builds a network's input from a manifest's observation list: clamp((observed - offset) scale, min, max).
 *
 * <p>Called at the policy's rate; allocates nothing after construction.
 */
public final class ObservationRow {
    /** The network's input. */
    final float[] input;

    private final ObservedSignal[] signals;
    private final int[] sizes;
    private final Scaling scaling;
    private final double[] poseRad;
    private final double[] observed;
    private final int[] from;

    /**
     * A row of zeros.
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
        this.signals = signals.clone();
        this.sizes = sizes.clone();
        this.scaling = scaling;
        this.poseRad = poseRad.clone();
        observed = new double[scaling.size()];
        input = new float[scaling.size()];
        from = new int[scaling.size()];
        int at = 0;
        for (int k = 0; k < signals.length; k++) {
            for (int i = 0; i < sizes[k]; i++) {
                from[at + i] = at + order.place(signals[k].size, i);
            }
            at += sizes[k];
        }
    }

    /**
     * Builds the input.
     *
     * @param robot what is observed
     * @param lastOutput what the network gave last; as long as the list says
     */
    public void update(final RobotSignals robot, final float[] lastOutput) {
        int at = 0;
        for (int i = 0; i < signals.length; i++) {
            robot.read(signals[i], poseRad, lastOutput, observed, at);
            at += sizes[i];
        }
        for (int i = 0; i < observed.length; i++) {
            input[i] = (float) Math.clamp(
                    (observed[from[i]] - scaling.offset[i]) * scaling.scale[i], scaling.min[i], scaling.max[i]);
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
