package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;

/**
 * Judges the joints' sensors: angles that jump farther than a joint can turn, angles and speeds that tell of different
 * motions, and joints that repeat themselves while the robot walks. Called once a tick; allocates nothing.
 */
final class JointSensorGuard {
    private static final double JUMP_RAD_S = 30;
    private static final double JUMP_RAD = 0.03;
    private static final double DIFFERENCE_MAX_RAD = 0.15;
    private static final double FROZEN_MAX_S = 0.1;

    private final JointTravel travel = new JointTravel();
    private final FrozenJoints frozen = new FrozenJoints();
    private final double[] jumpRad = new double[A1.JOINTS];

    void reset() {
        travel.reset();
        frozen.reset();
        Arrays.fill(jumpRad, 0);
    }

    /** One new state, so long after the one before by the robot's tick, and so long at most by either clock. */
    void judge(final Sensed sensed, final double stepS, final double longestStepS) {
        travel.judge(sensed, stepS);
        frozen.judge(sensed, stepS);
        final double turnMaxRad = JUMP_RAD + JUMP_RAD_S * longestStepS;
        for (int i = 0; i < A1.JOINTS; i++) {
            final double turned = travel.turnedRad(i);
            jumpRad[i] = Math.abs(turned) <= turnMaxRad ? 0 : turned;
        }
    }

    void tell(final Mode mode, final FaultLatch latch) {
        for (int i = 0; i < A1.JOINTS; i++) {
            if (jumpRad[i] != 0) {
                latch.trip(Fault.JOINT_JUMP, i, jumpRad[i]);
            }
            if (!(Math.abs(travel.differenceRad(i)) <= DIFFERENCE_MAX_RAD)) {
                latch.trip(Fault.JOINT_SPEED_DISAGREES, i, travel.differenceRad(i));
            }
            if (mode == Mode.WALK && frozen.frozenS(i) > FROZEN_MAX_S) {
                latch.trip(Fault.JOINT_FROZEN, i, frozen.frozenS(i) * 1e3);
            }
        }
    }
}
