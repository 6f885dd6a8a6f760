package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A joint that is driven to and fro as in a fast swing, by a drive and sensors that are late. */
class TorqueMatchTest {
    private static final double PERIOD_S = 0.002;
    private static final double KP = 65;
    private static final double KD = 1.8;
    private static final double HZ = 2.6;
    /** What the leg carries, N m. */
    private static final double LOAD_NM = 12;

    private static final int TICKS = 1000;

    private final TorqueMatch match = new TorqueMatch(PERIOD_S, A1.TORQUE_MAX_NM);
    private final Sensed sensed = new Sensed();
    private final JointCommands sent = new JointCommands();

    private static double wanted(final int tick) {
        return 0.35 * Math.sin(2 * Math.PI * HZ * tick * PERIOD_S);
    }

    private static double wantedSpeed(final int tick) {
        return 0.35 * 2 * Math.PI * HZ * Math.cos(2 * Math.PI * HZ * tick * PERIOD_S);
    }

    /** What the joint does: it lags. */
    private static double angle(final int tick) {
        return 0.8 * wanted(tick - 15);
    }

    private static double speed(final int tick) {
        return 0.8 * wantedSpeed(tick - 15);
    }

    private static double torque(final int tick, final int commandsLate) {
        return Math.clamp(
                LOAD_NM
                        + KP * (wanted(tick - commandsLate) - angle(tick))
                        + KD * (wantedSpeed(tick - commandsLate) - speed(tick)),
                -A1.TORQUE_MAX_NM,
                A1.TORQUE_MAX_NM);
    }

    /** Greatest least difference over seconds, N m. */
    private double worst(final int joint, final int commandsLate, final int anglesLate, final double gives) {
        sent.kp[joint] = KP;
        sent.kd[joint] = KD;
        sent.tau[joint] = LOAD_NM;
        double worst = 0;
        for (int tick = 0; tick < TICKS; tick++) {
            sent.q[joint] = wanted(tick);
            sent.dq[joint] = wantedSpeed(tick);
            sensed.q[joint] = angle(tick - anglesLate);
            sensed.dq[joint] = speed(tick - anglesLate);
            sensed.tauEst[joint] = gives * torque(tick, commandsLate);
            match.add(sensed, sent);
            match.compare(sensed, joint);
            worst = tick < TICKS / 2 ? 0 : Math.max(worst, Math.abs(match.least(joint)));
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "3, 0", "5, 0", "8, 0", "10, 0", "15, 0", "0, 5", "0, 10", "0, 12", "0, 15"})
    void aDriveThatIsLateOwesNothing(final int commandsLate, final int anglesLate) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            assertTrue(worst(joint, commandsLate, anglesLate, 1) < 3, A1.jointName(joint));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 0.2})
    void aDriveThatGivesLessOrTheReverseOwesByEveryDelay(final double gives) {
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            match.reset();
            assertTrue(worst(joint, 0, 0, gives) > 8, A1.jointName(joint));
            match.reset();
            assertTrue(worst(joint, 15, 0, gives) > 8, A1.jointName(joint));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {10, -10})
    void aConstantDebtIsTold(final double nm) {
        sent.tau[7] = nm;
        for (int tick = 0; tick < TICKS; tick++) {
            match.add(sensed, sent);
            match.compare(sensed, 7);
        }
        assertEquals(nm, match.least(7), 1e-6);
        match.reset();
        assertEquals(0, match.least(7));
    }

    @Test
    void whatIsNoNumberIsTold() {
        sensed.tauEst[2] = Double.NaN;
        for (int tick = 0; tick < TICKS; tick++) {
            match.add(sensed, sent);
            match.compare(sensed, 2);
        }
        assertTrue(Double.isNaN(match.least(2)));
    }
}
