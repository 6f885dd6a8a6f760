package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandLimitsTest {
    private final SafetyGovernor governor = new SafetyGovernor(Config.defaults());
    private final Sensed sensed = new Sensed();
    private final FaultLatch latch = new FaultLatch();
    private final JointCommands commands = new JointCommands();

    @BeforeEach
    void stand() {
        sensed.sequence = 1;
        for (int i = 0; i < A1.JOINTS; i++) {
            sensed.q[i] = new double[] {0, 0.8, -1.6}[i % 3];
            commands.q[i] = sensed.q[i];
            commands.kp[i] = 60;
            commands.kd[i] = 2;
        }
    }

    private void govern() {
        latch.beginTick();
        governor.update(sensed, new BodyEstimate(), Mode.STAND, 0, latch, commands);
    }

    private void assertLimited(final int bit) {
        assertTrue((governor.limitedBits() & bit) != 0, "limited " + governor.limitedBits());
    }

    @Test
    void passesGoodCommandsThroughUnchanged() {
        commands.tau[2] = 3;
        govern();
        assertEquals(0, governor.limitedBits());
        assertEquals(3, commands.tau[2], 1e-12);
        assertEquals(-1.6, commands.q[2]);
    }

    @Test
    void holdsTargetsInsideTheRange() {
        sensed.q[0] = 0.8;
        commands.q[0] = 0.85;
        govern();
        assertEquals(A1.positionMaxRad(0), commands.q[0]);
        assertLimited(SafetyGovernor.LIMITED_POSITION);
    }

    @Test
    void holdsTheRateOfTargets() {
        commands.q[1] = 1.8;
        govern();
        assertEquals(0.8 + 30 * 0.002, commands.q[1], 1e-12);
        assertLimited(SafetyGovernor.LIMITED_RATE);
    }

    @Test
    void startsTheRateLimitFromTheMeasuredAngle() {
        sensed.q[1] = 0.4;
        govern();
        assertEquals(0.46, commands.q[1], 1e-12);
    }

    @Test
    void holdsTargetSpeeds() {
        commands.dq[4] = -50;
        govern();
        assertEquals(-A1.SPEED_MAX_RAD_S, commands.dq[4]);
        assertLimited(SafetyGovernor.LIMITED_SPEED);
    }

    @Test
    void holdsTheTorqueThatTheDriveWouldGive() {
        commands.tau[3] = 30;
        commands.q[3] = 0.06;
        commands.kp[3] = 150;
        govern();
        final double torque = commands.tau[3] + commands.kp[3] * (commands.q[3] - sensed.q[3]);
        assertEquals(A1.TORQUE_MAX_NM, torque, 1e-9);
        assertLimited(SafetyGovernor.LIMITED_TORQUE);
    }

    @Test
    void holdsGains() {
        commands.kp[7] = 900;
        commands.kd[8] = -1;
        govern();
        assertEquals(200, commands.kp[7]);
        assertEquals(0, commands.kd[8]);
        assertLimited(SafetyGovernor.LIMITED_GAIN);
    }

    @Test
    void dampsWhenACommandIsNotANumber() {
        commands.tau[6] = Double.NaN;
        govern();
        assertEquals(Fault.COMMAND_NOT_FINITE, latch.first());
        assertEquals(6, latch.joint());
        assertEquals(0, commands.kp[6]);
        assertEquals(0, commands.tau[6]);
    }

    @Test
    void enablesNothingBeforeTheFirstState() {
        sensed.sequence = 0;
        govern();
        assertEquals(0, commands.kp[0]);
        assertEquals(4, commands.kd[0]);
    }
}
