package gaitd.runtime.gait;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.JointCommands;
import gaitd.hal.leg.RobotKind;
import gaitd.maths.Trig;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.estimate.BodyEstimate;
import java.util.Arrays;

/**
 * The moves with all four feet on the ground: rise from lying, stand, lower to lying.
 *
 * <p>A move begins where the feet are. Rising first draws the feet under the hips with the trunk still on the ground, then
 * straightens the legs; gains and the share of the weight fed forward ramp in, so nothing jumps. Called once a tick while
 * such a mode lasts; allocates nothing.
 */
final class PostureMoves {
    private static final double LYING_FOOT_Z_M = -0.075;
    private static final double FOLD_SHARE = 0.4;
    private static final double LIFT_M = 0.02;
    private static final double STAND_BLEND_S = 0.3;

    private final Stance stance;
    private final LegDrive drive;
    private final StanceForces forces = new StanceForces();
    private final double kp;
    private final double kd;
    private final double standUpS;
    private final double sitDownS;
    private final double weightN;
    private final double[] start = new double[3 * A1.LEGS];
    private final double[] foot = new double[3 * A1.LEGS];
    private final double[] velocity = new double[3 * A1.LEGS];
    private final double[] wrench = new double[6];
    private final double[] allDown = {1, 1, 1, 1};

    PostureMoves(final Config config, final Stance stance) {
        final RobotKind kind = config.get(ChoiceSetting.ROBOT_KIND);
        drive = new LegDrive(kind.legs());
        this.stance = stance;
        kp = Math.max(config.get(Setting.STANCE_KP), 40);
        kd = config.get(Setting.STANCE_KD);
        standUpS = config.get(Setting.STAND_UP_S);
        sitDownS = config.get(Setting.SIT_DOWN_S);
        weightN = config.get(Setting.WEIGHT_SHARE) * kind.massKg * Gravity.M_S2;
    }

    /** Stores the present foot positions; called on entering a mode. */
    void begin(final BodyEstimate estimate) {
        System.arraycopy(estimate.footBody, 0, start, 0, start.length);
    }

    void standUp(final double inModeS, final JointCommands out) {
        final double s = Math.min(1, inModeS / standUpS);
        final double fold = smooth(Math.min(1, s / FOLD_SHARE));
        final double rise = smooth(Math.clamp((s - FOLD_SHARE) / (0.95 - FOLD_SHARE), 0.0, 1.0));
        for (int i = 0; i < foot.length; i++) {
            if (i % 3 == 2) {
                final double folded = start[i] + fold * (LYING_FOOT_Z_M - start[i]);
                foot[i] = folded + rise * (stance.foot[i] - LYING_FOOT_Z_M) + LIFT_M * Trig.sin(Math.PI * fold);
            } else {
                foot[i] = start[i] + fold * (stance.foot[i] - start[i]);
            }
        }
        send(rise, Math.min(1, s / 0.1), out);
    }

    void stand(final double inModeS, final JointCommands out) {
        final double s = smooth(Math.min(1, inModeS / STAND_BLEND_S));
        for (int i = 0; i < foot.length; i++) {
            foot[i] = start[i] + s * (stance.foot[i] - start[i]);
        }
        send(1, 1, out);
    }

    void sitDown(final double inModeS, final JointCommands out) {
        final double s = smooth(Math.min(1, inModeS / sitDownS));
        for (int i = 0; i < foot.length; i++) {
            final double goal = i % 3 == 2 ? LYING_FOOT_Z_M : stance.foot[i];
            foot[i] = start[i] + s * (goal - start[i]);
        }
        send(1 - s, 1, out);
    }

    private void send(final double weightShare, final double gainShare, final JointCommands out) {
        Arrays.fill(wrench, 0);
        wrench[2] = weightShare * weightN;
        forces.solve(foot, allDown, wrench, weightN);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            drive.command(leg, foot, velocity, forces.force, gainShare * kp, kd, out);
        }
    }

    private static double smooth(final double s) {
        return s * s * (3 - 2 * s);
    }
}
