package gaitd.runtime.safety;

import gaitd.hal.A1;
import gaitd.hal.Sensed;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;

/**
 * Notices a gyroscope, an accelerometer or an orientation that gives the same bits again and again while the joints show
 * that the robot moves.
 *
 * <p>A sensor at rest has noise in its last bits; one without noise, as a simulator may have, repeats only while nothing moves
 * at all, and then no state counts. Some units give every sample twice, so a few repetitions are nothing. Called once a tick;
 * allocates nothing.
 */
final class FrozenImu {
    private static final int STATES_WALKING = 25;
    private static final double TIME_STANDING_S = 0.5;
    private static final double MOVES_RAD_S = 1e-3;

    private final double[] gyro = new double[3];
    private final double[] accelerometer = new double[3];
    private final double[] quaternion = new double[4];
    private final double[] dq = new double[A1.JOINTS];
    private final int[] states = new int[3];
    private final double[] timeS = new double[3];

    void reset() {
        Arrays.fill(states, 0);
        Arrays.fill(timeS, 0);
    }

    /** One new state. */
    void judge(final Sensed sensed, final double stepS) {
        final boolean moves = moves(sensed.dq);
        count(0, sensed.gyro, gyro, moves, stepS);
        count(1, sensed.accelerometer, accelerometer, moves, stepS);
        count(2, sensed.quaternion, quaternion, moves, stepS);
    }

    void tell(final Mode mode, final FaultLatch latch) {
        for (int i = 0; i < states.length; i++) {
            if (mode == Mode.WALK ? states[i] >= STATES_WALKING : timeS[i] >= TIME_STANDING_S) {
                latch.trip(Fault.IMU_FROZEN, -1, states[i]);
            }
        }
    }

    private boolean moves(final double[] now) {
        boolean moves = false;
        for (int i = 0; i < dq.length; i++) {
            moves |= Math.abs(now[i] - dq[i]) > MOVES_RAD_S;
            dq[i] = now[i];
        }
        return moves;
    }

    private void count(
            final int sensor, final double[] now, final double[] before, final boolean moves, final double stepS) {
        if (!Arrays.equals(now, before)) {
            System.arraycopy(now, 0, before, 0, now.length);
            states[sensor] = 0;
            timeS[sensor] = 0;
        } else if (moves) {
            states[sensor]++;
            timeS[sensor] += stepS;
        }
    }

    /** Most states in a row, while joints moved, in which a sensor gave the same. */
    int states() {
        return Math.max(states[0], Math.max(states[1], states[2]));
    }
}
