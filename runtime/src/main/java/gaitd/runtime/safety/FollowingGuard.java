package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;

/**
 * Compares what the motors report with what they were commanded: mode, torque, and whether a joint that is pushed hard turns.
 *
 * <p>Torques are compared by {@link TorqueMatch}. Looks only at states that are new, and only while the robot is neither passive nor faulted. Called once a tick by the control thread with the
 * commands of the tick before; allocates nothing.
 */
final class FollowingGuard {
    private static final double MODE_S = 0.1;
    private static final int MANY = A1.JOINTS / 2;
    private static final double AT_REST_RAD_S = 0.3;

    private final double differenceMaxNm;
    private final double stallNm;
    private final int stallMax;
    private final int wrongModeMax;
    private final TorqueMatch torques;
    private long lastSequence;
    private final int[] stalledTicks = new int[A1.JOINTS];
    private final int[] wrongModeTicks = new int[A1.JOINTS];

    FollowingGuard(final Config config) {
        final double periodS = config.periodNs() * 1e-9;
        differenceMaxNm = config.get(Setting.FOLLOWING_MAX_NM);
        stallNm = config.get(Setting.STALL_NM);
        stallMax = (int) Math.round(config.get(Setting.STALL_S) / periodS);
        wrongModeMax = (int) Math.round(MODE_S / periodS);
        torques = new TorqueMatch(periodS, config.get(Setting.TORQUE_MAX_NM));
    }

    void reset() {
        lastSequence = 0;
        torques.reset();
        for (int i = 0; i < A1.JOINTS; i++) {
            forget(i);
        }
    }

    void update(final Sensed sensed, final JointCommands sent, final Mode mode, final FaultLatch latch) {
        if (sensed.sequence == lastSequence) {
            return;
        }
        lastSequence = sensed.sequence;
        final boolean acting = mode != Mode.PASSIVE && mode != Mode.FAULT;
        int notFollowing = 0;
        if (acting) {
            torques.add(sensed, sent);
        } else {
            torques.reset();
        }
        for (int i = 0; i < A1.JOINTS; i++) {
            if (!acting) {
                forget(i);
                continue;
            }
            torques.compare(sensed, i);
            final double owed = torques.least(i);
            if (!(Math.abs(owed) <= differenceMaxNm)) {
                notFollowing++;
                latch.trip(Fault.MOTOR_NOT_FOLLOWING, i, owed);
            }
            final double commanded = torques.commanded(sensed, i);
            final boolean blocked = Math.abs(commanded) > stallNm && Math.abs(sensed.dq[i]) < AT_REST_RAD_S;
            stalledTicks[i] = blocked ? stalledTicks[i] + 1 : 0;
            if (stalledTicks[i] > stallMax) {
                latch.trip(Fault.STALL, i, commanded);
            }
            wrongModeTicks[i] = sensed.motorMode[i] == MotorMode.SERVO ? 0 : wrongModeTicks[i] + 1;
            if (wrongModeTicks[i] > wrongModeMax) {
                latch.trip(Fault.MOTOR_MODE, i, sensed.motorMode[i]);
            }
        }
        if (notFollowing >= MANY) {
            latch.trip(Fault.ROBOT_NOT_FOLLOWING, -1, notFollowing);
        }
    }

    private void forget(final int i) {
        stalledTicks[i] = 0;
        wrongModeTicks[i] = 0;
    }
}
