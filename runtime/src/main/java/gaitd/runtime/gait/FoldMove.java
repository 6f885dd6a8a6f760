package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;

/**
 * Folds legs that lie in a pose from which feet cannot be led in a straight line, joint by joint, before the robot rises.
 *
 * <p>Targets go to the folded pose at {@link #RATE_RAD_S} and stay within {@link #LEASH_RAD} of the measured angles, so a blocked
 * leg is pressed with a bounded torque and does not snap when it comes free. Legs in a usual pose are left as they are. Called
 * once a tick while standing up; allocates nothing.
 */
final class FoldMove {
    private static final double HIP_RAD = 0;
    private static final double THIGH_RAD = 1.3;
    private static final double CALF_RAD = -2.65;
    /** Thighs and hips farther than this from the folded pose are odd. */
    private static final double ODD_THIGH_RAD = 1.0;

    private static final double ODD_HIP_RAD = 0.6;
    private static final double RATE_RAD_S = 2;
    private static final double LEASH_RAD = 0.25;
    private static final double NEAR_RAD = 0.3;
    private static final double GAIN_RAMP_S = 0.2;
    private static final double PATIENCE_S = 2;
    private static final double LEAN_MAX_RAD = Math.toRadians(30);

    private final double periodS;
    private final double kp;
    private final double kd;
    private final double[] target = new double[A1.JOINTS];
    private double elapsedS;
    private double timeMaxS;
    private boolean done = true;

    FoldMove(final Config config) {
        periodS = config.periodNs() * 1e-9;
        kp = Math.max(config.get(Setting.STANCE_KP), 40);
        kd = config.get(Setting.STANCE_KD);
    }

    /** Looks at the legs as they lie; called on entering a mode. */
    void begin(final Sensed sensed) {
        double longest = 0;
        done = true;
        for (int i = 0; i < A1.JOINTS; i++) {
            target[i] = sensed.q[i];
            final double way = Math.abs(folded(i) - sensed.q[i]);
            longest = Math.max(longest, way);
            final int joint = i % A1.JOINTS_PER_LEG;
            final boolean odd = (joint == A1.HIP && way > ODD_HIP_RAD) || (joint == A1.THIGH && way > ODD_THIGH_RAD);
            done &= !odd;
        }
        elapsedS = 0;
        timeMaxS = longest / RATE_RAD_S + PATIENCE_S;
    }

    /** Whether the legs are where rising may begin. */
    boolean done() {
        return done;
    }

    /** One tick; trips a fault while a leg is blocked, or the folded robot leans. */
    void update(final Sensed sensed, final BodyEstimate estimate, final FaultLatch latch, final JointCommands out) {
        elapsedS += periodS;
        int farthest = 0;
        double error = 0;
        for (int i = 0; i < A1.JOINTS; i++) {
            final double step = Math.clamp(folded(i) - target[i], -RATE_RAD_S * periodS, RATE_RAD_S * periodS);
            target[i] = Math.clamp(target[i] + step, sensed.q[i] - LEASH_RAD, sensed.q[i] + LEASH_RAD);
            out.mode[i] = MotorMode.SERVO;
            out.q[i] = target[i];
            out.dq[i] = 0;
            out.tau[i] = 0;
            out.kp[i] = Math.min(1, elapsedS / GAIN_RAMP_S) * kp;
            out.kd[i] = kd;
            if (Math.abs(folded(i) - sensed.q[i]) > Math.abs(error)) {
                farthest = i;
                error = folded(i) - sensed.q[i];
            }
        }
        if (Math.abs(error) > NEAR_RAD) {
            if (elapsedS > timeMaxS) {
                latch.trip(Fault.START_POSE, farthest, error);
            }
        } else {
            done = isLevel(estimate, latch);
        }
    }

    /** Whether the folded robot lies level enough to rise; if not, trips a fault. */
    static boolean isLevel(final BodyEstimate estimate, final FaultLatch latch) {
        if (estimate.tilt <= LEAN_MAX_RAD) {
            return true;
        }
        latch.trip(Fault.START_LEAN, -1, Math.toDegrees(estimate.tilt));
        return false;
    }

    private static double folded(final int joint) {
        return switch (joint % A1.JOINTS_PER_LEG) {
            case A1.HIP -> HIP_RAD;
            case A1.THIGH -> THIGH_RAD;
            default -> CALF_RAD;
        };
    }
}
