package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.Arrays;

/**
 * What a policy adds to the walk: offsets to each leg's oscillator and swing, to each foot, to the trunk's height and lean, to each
 * joint's target angle after inverse kinematics, and the legs' gains. Zeros, the initial values, are the walk without a policy.
 *
 * <p>The arrays hold the policy's values, which may be any numbers; the walk reads the limited values, where a number
 * that is not finite counts as zero. The governor comes after. Written at the policy's rate, read once a tick while
 * walking, by one thread. Allocates nothing after construction.
 */
public final class PolicyInput {
    /** Where the amplitudes of an action are. */
    public static final int AMPLITUDE = 0;
    /** Where the frequencies of an action are. */
    public static final int FREQUENCY = 4;
    /** Where the directions of an action are. */
    public static final int DIRECTION = 8;
    /** Where the joint offsets of an action are. */
    public static final int OFFSET = 12;
    /** Where the swing heights of an action are. */
    public static final int SWING = 24;
    /** Where the foot offsets of an action are. */
    public static final int FOOT = 28;
    /** Where the height of the trunk is. */
    public static final int HEIGHT = 40;
    /** Where roll and pitch of the trunk are. */
    public static final int TILT = 41;
    /** Length of an action. */
    public static final int ACTIONS = 43;

    /** Wanted addition to each oscillator's target amplitude; 1 is half a stride of the step length. */
    public final double[] amplitude = new double[A1.LEGS];
    /** Wanted addition to each leg's stepping rate, Hz. */
    public final double[] frequencyHz = new double[A1.LEGS];
    /** Wanted turn of each leg's stride, positive to the left, rad. */
    public final double[] directionRad = new double[A1.LEGS];
    /** Wanted addition to each joint's target angle, 12, rad. */
    public final double[] offsetRad = new double[A1.JOINTS];
    /** Wanted addition to the height of each leg's swing, m. */
    public final double[] swingM = new double[A1.LEGS];
    /** Wanted offset of each foot from the walk's, trunk axes, 4 x 3, m. */
    public final double[] footM = new double[3 * A1.LEGS];
    /** Wanted addition to the trunk's height, m, then wanted roll and pitch, rad. */
    public final double[] trunk = new double[3];

    /** The policies' gains of the legs. */
    public final PolicyGains gains = new PolicyGains();
    /** The targets of policies that move the legs alone. */
    public final LegTargets targets = new LegTargets();

    private final double amplitudeMax;
    private final double frequencyMaxHz;
    private final double directionMaxRad;
    private final double offsetMaxRad;
    private final double swingMaxM;
    private final double footMaxM;
    private final double heightMaxM;
    private final double tiltMaxRad;

    /**
     * Zeros.
     *
     * @param config the limits
     */
    public PolicyInput(final Config config) {
        amplitudeMax = config.get(Setting.POLICY_AMPLITUDE_MAX);
        frequencyMaxHz = config.get(Setting.POLICY_FREQUENCY_MAX_HZ);
        directionMaxRad = config.get(Setting.POLICY_DIRECTION_MAX_RAD);
        offsetMaxRad = config.get(Setting.POLICY_OFFSET_MAX_RAD);
        swingMaxM = config.get(Setting.POLICY_SWING_MAX_M);
        footMaxM = config.get(Setting.POLICY_FOOT_MAX_M);
        heightMaxM = config.get(Setting.POLICY_HEIGHT_MAX_M);
        tiltMaxRad = config.get(Setting.POLICY_TILT_MAX_RAD);
    }

    /**
     * Takes values in the units of the arrays.
     *
     * @param values {@link #ACTIONS} of them, in the order of an action
     */
    public void put(final double[] values) {
        System.arraycopy(values, AMPLITUDE, amplitude, 0, A1.LEGS);
        System.arraycopy(values, FREQUENCY, frequencyHz, 0, A1.LEGS);
        System.arraycopy(values, DIRECTION, directionRad, 0, A1.LEGS);
        System.arraycopy(values, OFFSET, offsetRad, 0, A1.JOINTS);
        System.arraycopy(values, SWING, swingM, 0, swingM.length);
        System.arraycopy(values, FOOT, footM, 0, footM.length);
        System.arraycopy(values, HEIGHT, trunk, 0, trunk.length);
    }

    /**
     * Greatest value that the walk takes.
     *
     * @param action where in an action
     * @return its limit, in the unit of its array
     */
    public double limit(final int action) {
        if (action >= FOOT) {
            return action >= TILT ? tiltMaxRad : action >= HEIGHT ? heightMaxM : footMaxM;
        }
        if (action >= OFFSET) {
            return action >= SWING ? swingMaxM : offsetMaxRad;
        }
        if (action >= DIRECTION) {
            return directionMaxRad;
        }
        return action >= FREQUENCY ? frequencyMaxHz : amplitudeMax;
    }

    /** Back to zeros. */
    public void clear() {
        Arrays.fill(amplitude, 0);
        Arrays.fill(frequencyHz, 0);
        Arrays.fill(directionRad, 0);
        Arrays.fill(offsetRad, 0);
        Arrays.fill(swingM, 0);
        Arrays.fill(footM, 0);
        Arrays.fill(trunk, 0);
        gains.clear();
        targets.clear();
    }

    double limitedAmplitude(final int leg) {
        return limited(amplitude[leg], amplitudeMax);
    }

    double limitedFrequencyHz(final int leg) {
        return limited(frequencyHz[leg], frequencyMaxHz);
    }

    double limitedDirectionRad(final int leg) {
        return limited(directionRad[leg], directionMaxRad);
    }

    double limitedOffsetRad(final int joint) {
        return limited(offsetRad[joint], offsetMaxRad);
    }

    double limitedSwingM(final int leg) {
        return limited(swingM[leg], swingMaxM);
    }

    double limitedFootM(final int place) {
        return limited(footM[place], footMaxM);
    }

    double limitedHeightM() {
        return limited(trunk[0], heightMaxM);
    }

    double limitedRollRad() {
        return limited(trunk[1], tiltMaxRad);
    }

    double limitedPitchRad() {
        return limited(trunk[2], tiltMaxRad);
    }

    private static double limited(final double wanted, final double max) {
        return Double.isFinite(wanted) ? Math.clamp(wanted, -max, max) : 0;
    }
}
