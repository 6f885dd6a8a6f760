package gaitd.runtime.policy;

import gaitd.policies.bundle.ActedSignal;
import gaitd.runtime.gait.PolicyInput;
import java.util.Arrays;

/**
 * Turns a network's output into additions to the walk by a manifest's action list: clamp(output scale + offset, min,
 * max), then by the signal's definition. Rates are integrated within the walk's limits; absolute amplitudes and
 * frequencies become differences from the walk's own.
 *
 * <p>Called by the control thread; allocates nothing after construction.
 */
public final class ActionRow {
    /** Additions before limiting, in the order of {@link PolicyInput}. */
    final double[] wanted = new double[PolicyInput.ACTIONS];
    /** The last output after scales, offsets and limits. */
    final double[] value;
    /** Where a policy that moves the legs alone aims them; null for one that adds to the walk. */
    final LegAim legs;

    private final ActedSignal[] signals;
    private final Scaling scaling;
    private final double[] limits;
    private final JointOrder order;
    private final double[] integral = new double[PolicyInput.ACTIONS];
    private int worst;
    private double worstExcess;

    /**
     * A row of zeros.
     *
     * @param signals what is acted on, in order; each {@link #isTaken}
     * @param scaling of all values
     * @param limits greatest additions, as {@link PolicyInput#limit}
     * @param order of joints and legs in the list
     * @param legs aims them by {@link ActedSignal#JOINT_TARGET}; null for a policy without it
     */
    public ActionRow(
            final ActedSignal[] signals,
            final Scaling scaling,
            final double[] limits,
            final JointOrder order,
            final LegAim legs) {
        this.signals = signals.clone();
        this.scaling = scaling;
        this.limits = limits.clone();
        this.order = order;
        this.legs = legs;
        value = new double[scaling.size()];
    }

    /**
     * Whether a signal adds to the walk.
     *
     * @param signal any
     * @return false for what moves the legs in place of the walk
     */
    public static boolean isTaken(final ActedSignal signal) {
        return signal != ActedSignal.JOINT_TARGET;
    }

    void reset() {
        Arrays.fill(value, 0);
        Arrays.fill(integral, 0);
        Arrays.fill(wanted, 0);
        if (legs != null) {
            legs.reset();
        }
    }

    /** Index of the first output that is not a finite number, -1 when all are. */
    static int notFinite(final float[] output) {
        for (int i = 0; i < output.length; i++) {
            if (!Float.isFinite(output[i])) {
                return i;
            }
        }
        return -1;
    }

    /** Takes an output of finite numbers; {@code elapsedS} is the time it will be held. */
    void take(final float[] output, final double elapsedS) {
        worstExcess = 0;
        worst = -1;
        for (int i = 0; i < value.length; i++) {
            final double raw = output[i] * scaling.scale[i] + scaling.offset[i];
            value[i] = Math.clamp(raw, scaling.min[i], scaling.max[i]);
            final double width = scaling.max[i] - scaling.min[i];
            final double excess = width > 0 ? Math.abs(raw - value[i]) / width : 0;
            if (excess > worstExcess) {
                worstExcess = excess;
                worst = i;
            }
        }
        int at = 0;
        for (final ActedSignal signal : signals) {
            if (signal == ActedSignal.JOINT_OFFSET_RATE) {
                integrate(PolicyInput.OFFSET, order.joint, at, elapsedS);
            } else if (signal == ActedSignal.OSCILLATOR_HEADING_RATE) {
                integrate(PolicyInput.DIRECTION, order.leg, at, elapsedS);
            }
            at += signal.size;
        }
    }

    private void integrate(final int slot, final int[] places, final int at, final double elapsedS) {
        for (int i = 0; i < places.length; i++) {
            final int place = slot + places[i];
            integral[place] = Math.clamp(integral[place] + value[at + i] * elapsedS, -limits[place], limits[place]);
        }
    }

    /** Once a tick: converts the held output by the walk's present state. */
    void update(final RobotSignals robot) {
        System.arraycopy(integral, 0, wanted, 0, wanted.length);
        int at = 0;
        for (final ActedSignal signal : signals) {
            if (signal == ActedSignal.JOINT_TARGET) {
                legs.update(value, at);
            }
            final int[] places = order.places(signal);
            for (int i = 0; i < signal.size; i++) {
                final double v = value[at + i];
                final int place = places[i];
                switch (signal) {
                    case JOINT_OFFSET -> wanted[PolicyInput.OFFSET + place] += v;
                    case OSCILLATOR_AMPLITUDE ->
                        wanted[PolicyInput.AMPLITUDE + place] += v - robot.baseAmplitude(place);
                    case OSCILLATOR_AMPLITUDE_OFFSET -> wanted[PolicyInput.AMPLITUDE + place] += v;
                    case OSCILLATOR_FREQUENCY -> wanted[PolicyInput.FREQUENCY + place] += v - robot.baseFrequencyHz();
                    case OSCILLATOR_FREQUENCY_OFFSET -> wanted[PolicyInput.FREQUENCY + place] += v;
                    case OSCILLATOR_HEADING_OFFSET -> wanted[PolicyInput.DIRECTION + place] += v;
                    case SWING_HEIGHT_OFFSET -> wanted[PolicyInput.SWING + place] += v;
                    case FOOT_OFFSET -> wanted[PolicyInput.FOOT + place] += v;
                    case TRUNK_HEIGHT_OFFSET -> wanted[PolicyInput.HEIGHT + place] += v;
                    case TRUNK_TILT_OFFSET -> wanted[PolicyInput.TILT + place] += v;
                    case JOINT_OFFSET_RATE, OSCILLATOR_HEADING_RATE, JOINT_TARGET -> {
                        // integrated or aimed above
                    }
                }
            }
            at += signal.size;
        }
    }

    /** Output that was farthest outside its bounds, -1 when none was. */
    int worst() {
        return worst;
    }

    /** How far, in widths of its bounds. */
    double worstExcess() {
        return worstExcess;
    }
}
