package gaitd.runtime.policy.fit;

import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.BundleException;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Manifest;
import gaitd.policies.bundle.ObservedSignal;
import gaitd.policies.bundle.TargetRobot;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.policy.ActionRow;
import gaitd.runtime.policy.JointOrder;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which actions a robot takes, and how far it lets each go: additions to the walk within the settings {@code policy.*_max*}, or joint
 * targets alone, within a distance from the pose and the range of the joint.
 *
 * <p>A manifest whose bounds reach beyond is refused, so that no action is cut short in silence. Start-up only.
 */
public final class ActionLimits {
    private static final String ACTION = "manifest.toml [[action]]: ";
    private static final double TOLERANCE = 1e-9;
    private static final double DIGITS = 1e9;

    private ActionLimits() {}

    /**
     * An action list's entry with the widest bounds that the robot takes, and scales of 1.
     *
     * @param signal the action
     * @param poseRad default joint angles in the order of the robot, 12, rad
     * @param config the robot's limits
     * @return the entry; bounds of -1 and 1 where the robot sets none
     */
    public static Channel<ActedSignal> widest(final ActedSignal signal, final double[] poseRad, final Config config) {
        final double[] min = new double[signal.size];
        final double[] max = new double[signal.size];
        if (signal == ActedSignal.JOINT_TARGET) {
            targets(poseRad, config, min, max);
        } else {
            final Setting setting = setting(signal);
            final double limit = setting == null ? 1 : config.get(setting);
            Arrays.fill(min, -limit);
            Arrays.fill(max, limit);
        }
        final double[] scale = new double[signal.size];
        Arrays.fill(scale, 1);
        return new Channel<>(signal, scale, new double[signal.size], min, max);
    }

    /**
     * Checks a manifest's action list.
     *
     * @param manifest cell and provenance are not read
     * @param config the robot's limits
     * @throws BundleException one line that names the actions that cannot be taken, and those that can; or the value with bounds
     *     farthest beyond the robot's, and those; or the observations that rest while the actions move the legs
     */
    public static void check(final Manifest manifest, final Config config) {
        final List<ActedSignal> acted =
                manifest.actions().stream().map(Channel::signal).toList();
        if (acted.contains(ActedSignal.JOINT_TARGET) && acted.size() > 1) {
            throw new BundleException(ACTION + "joint_target moves the legs in place of the walk and has to be alone;"
                    + " a policy on the walk acts on " + additions());
        }
        if (acted.contains(ActedSignal.JOINT_TARGET)) {
            refuseWhatRests(manifest);
        }
        for (final Channel<ActedSignal> channel : manifest.actions()) {
            bounds(channel, manifest, config);
        }
    }

    /** Oscillators stand still, and nothing is added to the walk, while a policy moves the legs alone. */
    private static void refuseWhatRests(final Manifest manifest) {
        final String resting = manifest.observations().stream()
                .map(Channel::signal)
                .filter(ActionLimits::rests)
                .map(ObservedSignal::key)
                .collect(Collectors.joining(", "));
        if (!resting.isEmpty()) {
            throw new BundleException(
                    "manifest.toml [[observation]]: %s rests while joint_target moves the legs; observe"
                                    .formatted(resting)
                            + " clock_phase, clock_sin or clock_cos for a rhythm");
        }
    }

    /**
     * Whether a signal rests while a policy moves the legs alone.
     *
     * @param signal any
     * @return true for oscillators and for what is added to the walk
     */
    public static boolean rests(final ObservedSignal signal) {
        return switch (signal) {
            case OSCILLATOR_AMPLITUDE,
                    OSCILLATOR_AMPLITUDE_RATE,
                    OSCILLATOR_PHASE,
                    OSCILLATOR_PHASE_SIN,
                    OSCILLATOR_PHASE_COS,
                    OSCILLATOR_FREQUENCY,
                    OSCILLATOR_HEADING,
                    OSCILLATOR_HEADING_RATE,
                    GROUND_SLOPE,
                    GROUND_HEIGHT,
                    RESIDUAL,
                    RESIDUAL_RATE -> true;
            default -> false;
        };
    }

    private static String additions() {
        return Stream.of(ActedSignal.values())
                .filter(ActionRow::isTaken)
                .map(ActedSignal::key)
                .collect(Collectors.joining(", "));
    }

    private static void bounds(final Channel<ActedSignal> channel, final Manifest manifest, final Config config) {
        final ActedSignal signal = channel.signal();
        if (signal != ActedSignal.JOINT_TARGET && setting(signal) == null) {
            return;
        }
        final JointOrder order = PolicyFit.order(manifest);
        final Channel<ActedSignal> widest =
                widest(signal, order.toRobot(manifest.posture().poseRad()), config);
        final double[] least = order.toList(widest.min());
        final double[] most = order.toList(widest.max());
        final double[] min = channel.min();
        final double[] max = channel.max();
        int worst = -1;
        double farthest = TOLERANCE;
        for (int i = 0; i < signal.size; i++) {
            final double beyond = Math.max(least[i] - min[i], max[i] - most[i]);
            if (beyond > farthest) {
                farthest = beyond;
                worst = i;
            }
        }
        if (worst >= 0) {
            throw new BundleException(ACTION
                    + "%s may go from %s to %s%s, this robot takes %.4f to %.4f (%s); narrow min and max%s"
                            .formatted(
                                    signal.key(),
                                    Config.plain(min[worst]),
                                    Config.plain(max[worst]),
                                    place(signal, manifest, worst),
                                    least[worst],
                                    most[worst],
                                    limit(signal, config),
                                    signal == ActedSignal.JOINT_TARGET ? ", which count from the pose" : ""));
        }
    }

    private static String place(final ActedSignal signal, final Manifest manifest, final int value) {
        return switch (signal) {
            case JOINT_TARGET, JOINT_OFFSET, JOINT_OFFSET_RATE ->
                " rad at " + manifest.joints().get(value);
            case FOOT_OFFSET -> " m at leg " + value / 3;
            case TRUNK_HEIGHT_OFFSET, TRUNK_TILT_OFFSET -> "";
            default -> " at leg " + value;
        };
    }

    private static String limit(final ActedSignal signal, final Config config) {
        final boolean target = signal == ActedSignal.JOINT_TARGET;
        final Setting setting = target ? Setting.POLICY_TARGET_MAX_RAD : setting(signal);
        return (target ? "the joint's range, and " : "") + setting.key + " = " + Config.plain(config.get(setting));
    }

    /** The largest of an addition; null for those that are rates or take the place of the walk's own value. */
    private static Setting setting(final ActedSignal signal) {
        return switch (signal) {
            case JOINT_OFFSET -> Setting.POLICY_OFFSET_MAX_RAD;
            case OSCILLATOR_AMPLITUDE_OFFSET -> Setting.POLICY_AMPLITUDE_MAX;
            case OSCILLATOR_FREQUENCY_OFFSET -> Setting.POLICY_FREQUENCY_MAX_HZ;
            case OSCILLATOR_HEADING_OFFSET -> Setting.POLICY_DIRECTION_MAX_RAD;
            case SWING_HEIGHT_OFFSET -> Setting.POLICY_SWING_MAX_M;
            case FOOT_OFFSET -> Setting.POLICY_FOOT_MAX_M;
            case TRUNK_HEIGHT_OFFSET -> Setting.POLICY_HEIGHT_MAX_M;
            case TRUNK_TILT_OFFSET -> Setting.POLICY_TILT_MAX_RAD;
            case JOINT_TARGET, JOINT_OFFSET_RATE, OSCILLATOR_AMPLITUDE, OSCILLATOR_FREQUENCY, OSCILLATOR_HEADING_RATE ->
                null;
        };
    }

    private static void targets(final double[] poseRad, final Config config, final double[] min, final double[] max) {
        final TargetRobot robot = PolicyFit.robot(config);
        final double reach = config.get(Setting.POLICY_TARGET_MAX_RAD);
        for (int joint = 0; joint < poseRad.length; joint++) {
            min[joint] = Math.max(-reach, rounded(robot.minRad().get(joint) - poseRad[joint]));
            max[joint] = Math.min(reach, rounded(robot.maxRad().get(joint) - poseRad[joint]));
        }
    }

    /** Without the noise in the last digits of a difference, which a template would print. */
    private static double rounded(final double rad) {
        return Math.rint(rad * DIGITS) / DIGITS;
    }
}
