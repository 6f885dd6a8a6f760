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

    /**
     * A row of zeros.
     *
     * @param signals what is observed, in order
     * @param sizes values of each
     * @param scaling of all values
     * @param poseRad the manifest's default joint angles, 12, rad
     */
    public ObservationRow(
            final ObservedSignal[] signals, final int[] sizes, final Scaling scaling, final double[] poseRad) {
        this.signals = signals.clone();
        this.sizes = sizes.clone();
        this.scaling = scaling;
        this.poseRad = poseRad.clone();
        observed = new double[scaling.size()];
        input = new float[scaling.size()];
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
            input[i] = (float)
                    Math.clamp((observed[i] - scaling.offset[i]) * scaling.scale[i], scaling.min[i], scaling.max[i]);
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
