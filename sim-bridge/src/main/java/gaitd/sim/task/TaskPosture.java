package gaitd.sim.task;

import gaitd.hal.A1;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.policies.bundle.ActedSignal;
import gaitd.policies.bundle.Channel;
import gaitd.policies.bundle.Posture;
import gaitd.policies.text.TomlView;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.Stance;
import gaitd.runtime.policy.fit.ActionLimits;
import java.util.Arrays;
import java.util.List;

/** The pose of a task's policies, their gains, and whether their joint targets stay within what the robot takes. */
final class TaskPosture {
    private TaskPosture() {}

    /** Joint angles of the stance that episodes begin in, and the gains of the task's file, else those of a standing leg. */
    static Posture read(final TomlView file, final Config config) {
        final double[] kp = new double[A1.JOINTS];
        final double[] kd = new double[A1.JOINTS];
        Arrays.fill(kp, config.get(Setting.STANCE_KP));
        Arrays.fill(kd, config.get(Setting.STANCE_KD));
        if (file.has("gains")) {
            final TomlView gains = file.table("gains");
            Arrays.fill(kp, gains.number("kp_nm_rad", 0, config.get(Setting.KP_MAX)));
            Arrays.fill(kd, gains.number("kd_nms_rad", 0, config.get(Setting.KD_MAX)));
            gains.end();
        }
        final double[] pose = new double[A1.JOINTS];
        final Stance stance = new Stance(config);
        final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            kinematics.inverse(leg, stance.foot, 3 * leg, pose);
        }
        return new Posture(kp, kd, pose);
    }

    /** Makes a problem of joint targets beside other actions, beyond the robot's limits, or with observations that rest meanwhile. */
    static void check(
            final TomlView file,
            final List<Acted> actions,
            final List<Observed> observations,
            final Posture posture,
            final Config config) {
        for (final Acted acted : actions) {
            if (acted.signal == ActedSignal.JOINT_TARGET) {
                if (actions.size() > 1) {
                    file.problem("action", "joint_target moves the legs in place of the walk and has to be alone");
                }
                final Channel<ActedSignal> widest = ActionLimits.widest(acted.signal, posture.poseRad(), config);
                for (int i = 0; i < acted.limit.length; i++) {
                    final double most = Math.min(-widest.min()[i], widest.max()[i]);
                    if (acted.limit[i] > most) {
                        file.problem(
                                "action limit[" + i + "]",
                                acted.limit[i] + " rad from the pose, this robot takes up to " + Config.plain(most));
                    }
                }
                for (final Observed observed : observations) {
                    if (ActionLimits.rests(observed.signal)) {
                        file.problem("observation", observed.signal.key() + " rests while joint_target moves the legs");
                    }
                }
            }
        }
    }
}
