package gaitd.bench.faults;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.Arrays;

/**
 * Counts commands that ask a joint for more than its limits allow, as the robot reads them: after encoding and decoding.
 *
 * <p>Torque is judged by the reading that the controller had. What the wire's own steps can add is no excess: half a step of each
 * field.
 */
final class CommandJudge {
    private static final double TAU_STEP_NM = 1.0 / 256;
    private static final double KP_STEP = 1.0 / 32;
    private static final double KD_STEP = 1.0 / 16;
    private static final double FLOAT_STEP = 1e-6;

    private final double torqueMaxNm;
    private final double stepMaxRad;
    private final double[] lastRad = new double[A1.JOINTS];
    private final boolean[] had = new boolean[A1.JOINTS];
    private int beyond;
    private String first = "";

    CommandJudge(final Config config) {
        torqueMaxNm = config.get(Setting.TORQUE_MAX_NM);
        stepMaxRad = config.get(Setting.TARGET_RATE_MAX_RAD_S) * config.periodNs() * 1e-9;
    }

    void judge(final JointCommands commands, final Sensed seen) {
        for (int j = 0; j < A1.JOINTS; j++) {
            final boolean servo = commands.mode[j] == MotorMode.SERVO;
            final boolean aims = servo && commands.kp[j] > 0;
            if (aims) {
                position(j, commands.q[j]);
            }
            had[j] = aims;
            lastRad[j] = commands.q[j];
            if (servo) {
                force(j, commands, seen);
            }
        }
    }

    /** Forgets the last command: those that follow are not the next ones. */
    void forget() {
        Arrays.fill(had, false);
    }

    private void position(final int j, final double q) {
        if (q < A1.positionMinRad(j) - FLOAT_STEP || q > A1.positionMaxRad(j) + FLOAT_STEP) {
            count(j, "position", q);
        }
        if (had[j] && Math.abs(q - lastRad[j]) > stepMaxRad + FLOAT_STEP) {
            count(j, "rate", q - lastRad[j]);
        }
    }

    private void force(final int j, final JointCommands c, final Sensed seen) {
        if (c.kd[j] > 0 && Math.abs(c.dq[j]) > A1.SPEED_MAX_RAD_S + FLOAT_STEP) {
            count(j, "speed", c.dq[j]);
        }
        if (seen.sequence == 0) {
            return;
        }
        final double error = c.q[j] - seen.q[j];
        final double slip = c.dq[j] - seen.dq[j];
        final boolean damps = c.kp[j] == 0 && c.tau[j] == 0 && c.dq[j] == 0;
        final double torque = c.tau[j] + c.kp[j] * error + c.kd[j] * slip;
        final double steps = (TAU_STEP_NM + KP_STEP * Math.abs(error) + KD_STEP * Math.abs(slip)) / 2;
        if (!damps && !(Math.abs(torque) <= torqueMaxNm + steps)) {
            count(j, "torque", torque);
        }
    }

    private void count(final int joint, final String what, final double value) {
        if (beyond == 0) {
            first = "%s of %s: %.3g".formatted(what, A1.jointName(joint), value);
        }
        beyond++;
    }

    /** Commands to one joint beyond a limit. */
    int beyond() {
        return beyond;
    }

    /** The first of them, empty when there is none. */
    String first() {
        return first;
    }
}
