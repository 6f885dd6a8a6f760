package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import java.util.Arrays;

/**
 * For how long each joint has given the same angle, speed and torque, bit for bit, while others move.
 *
 * <p>Only states in which another joint turns count: where a robot stands still, so may its readings. Called once a state;
 * allocates nothing.
 */
final class FrozenJoints {
    private static final double TURNS_RAD_S = 0.3;

    private final double[] q = new double[A1.JOINTS];
    private final double[] dq = new double[A1.JOINTS];
    private final double[] tau = new double[A1.JOINTS];
    private final double[] frozenS = new double[A1.JOINTS];

    void reset() {
        Arrays.fill(frozenS, 0);
    }

    /** One new state, so long after the one before. */
    void judge(final Sensed sensed, final double stepS) {
        int turning = 0;
        for (int i = 0; i < A1.JOINTS; i++) {
            turning += Math.abs(sensed.dq[i]) > TURNS_RAD_S ? 1 : 0;
        }
        for (int i = 0; i < A1.JOINTS; i++) {
            final boolean same = sensed.q[i] == q[i] && sensed.dq[i] == dq[i] && sensed.tauEst[i] == tau[i];
            final boolean othersTurn = turning > (Math.abs(sensed.dq[i]) > TURNS_RAD_S ? 1 : 0);
            if (!same) {
                frozenS[i] = 0;
            } else if (othersTurn) {
                frozenS[i] += stepS;
            }
            q[i] = sensed.q[i];
            dq[i] = sensed.dq[i];
            tau[i] = sensed.tauEst[i];
        }
    }

    double frozenS(final int joint) {
        return frozenS[joint];
    }
}
