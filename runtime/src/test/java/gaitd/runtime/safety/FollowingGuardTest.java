package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FollowingGuardTest {
    private static final int LONG = 1000;

    private final FollowingGuard guard = new FollowingGuard(Config.defaults());
    private final Sensed sensed = new Sensed();
    private final JointCommands sent = new JointCommands();
    private final FaultLatch latch = new FaultLatch();

    @BeforeEach
    void obey() {
        Arrays.fill(sensed.motorMode, MotorMode.SERVO);
        Arrays.fill(sent.mode, MotorMode.SERVO);
    }

    private Fault after(final int ticks, final Mode mode) {
        for (int i = 0; i < ticks; i++) {
            latch.beginTick(i, mode.ordinal());
            sensed.sequence++;
            guard.update(sensed, sent, mode, latch);
        }
        return latch.first();
    }

    /** Joints with both signs. */
    private static int[] cases() {
        return IntStream.range(-A1.JOINTS, A1.JOINTS).toArray();
    }

    @Test
    void noticesEachMotorThatOwesTorque() {
        for (final int c : cases()) {
            final int joint = Math.floorMod(c, A1.JOINTS);
            final double sign = c < 0 ? -1 : 1;
            guard.reset();
            latch.beginTick(0, 0);
            latch.clear();
            sent.tau[joint] = sign * 7.99;
            assertEquals(Fault.NONE, after(LONG, Mode.WALK), A1.jointName(joint));
            sent.tau[joint] = sign * 8.5;
            assertEquals(Fault.MOTOR_NOT_FOLLOWING, after(LONG, Mode.WALK), A1.jointName(joint));
            assertEquals(joint, latch.joint());
            assertEquals(sign, Math.signum(latch.value()));
            sent.tau[joint] = 0;
        }
    }

    @Test
    void judgesTheWholeLawOfTheDrive() {
        sent.kp[4] = 60;
        sent.q[4] = 0.5;
        sent.kd[4] = 2;
        sent.dq[4] = 1;
        sent.tau[4] = 3;
        sensed.q[4] = 0.3;
        sensed.dq[4] = -2;
        sensed.tauEst[4] = 60 * 0.2 + 2 * 3 + 3;
        assertEquals(Fault.NONE, after(LONG, Mode.WALK));
        sensed.tauEst[4] -= 8.1;
        assertEquals(Fault.MOTOR_NOT_FOLLOWING, after(LONG, Mode.WALK));
    }

    @Test
    void expectsNoMoreThanTheTorqueLimit() {
        sensed.dq[3] = 5;
        sent.tau[3] = 60;
        sensed.tauEst[3] = A1.TORQUE_MAX_NM - 7.9;
        assertEquals(Fault.NONE, after(LONG, Mode.WALK));
    }

    @Test
    void noticesARobotThatIsDeafFasterThanATenthOfASecond() {
        Arrays.fill(sent.tau, 20);
        assertEquals(Fault.MOTOR_NOT_FOLLOWING, after(40, Mode.STAND));
        assertTrue(latch.has(Fault.ROBOT_NOT_FOLLOWING));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void fewMotorsAreNotTheWholeRobot(final int motors) {
        Arrays.fill(sent.tau, 0, motors, -20);
        after(LONG, Mode.STAND);
        assertEquals(motors >= 6, latch.has(Fault.ROBOT_NOT_FOLLOWING));
    }

    @ParameterizedTest
    @EnumSource(names = {"PASSIVE", "FAULT"})
    void expectsNothingOfAPassiveRobot(final Mode mode) {
        Arrays.fill(sent.tau, 30);
        Arrays.fill(sensed.motorMode, MotorMode.DAMPING);
        assertEquals(Fault.NONE, after(LONG, mode));
    }

    @Test
    void noticesABlockedLegWhateverTheSign() {
        for (final int c : cases()) {
            final int joint = Math.floorMod(c, A1.JOINTS);
            final double sign = c < 0 ? -1 : 1;
            guard.reset();
            latch.beginTick(0, 0);
            latch.clear();
            push(joint, sign * 21.9, 0.29 * sign);
            assertEquals(Fault.NONE, after(LONG, Mode.WALK), A1.jointName(joint));
            push(joint, sign * 22.1, 0.31 * sign);
            assertEquals(Fault.NONE, after(LONG, Mode.WALK), A1.jointName(joint));
            push(joint, sign * 22.1, 0.29 * sign);
            assertEquals(Fault.NONE, after(500, Mode.WALK), A1.jointName(joint));
            assertEquals(Fault.STALL, after(3, Mode.WALK), A1.jointName(joint));
            assertEquals(joint, latch.joint());
            push(joint, 0, 0);
        }
    }

    private void push(final int joint, final double torqueNm, final double speedRadS) {
        sent.tau[joint] = torqueNm;
        sensed.tauEst[joint] = torqueNm;
        sensed.dq[joint] = speedRadS;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11})
    void noticesAMotorInAnotherMode(final int joint) {
        sensed.motorMode[joint] = 8;
        assertEquals(Fault.NONE, after(50, Mode.STAND_UP));
        assertEquals(Fault.MOTOR_MODE, after(2, Mode.STAND_UP));
        assertEquals(joint, latch.joint());
        assertEquals(8, latch.value());
    }

    @Test
    void aStateThatIsNotNewSaysNothing() {
        after(1, Mode.WALK);
        sent.tau[0] = 30;
        sensed.motorMode[1] = MotorMode.DAMPING;
        for (int i = 0; i < LONG; i++) {
            guard.update(sensed, sent, Mode.WALK, latch);
        }
        assertFalse(latch.isTripped());
    }

    @Test
    void aModeThatComesBackInTimeIsForgiven() {
        for (int i = 0; i < 10; i++) {
            sensed.motorMode[6] = MotorMode.DAMPING;
            after(49, Mode.WALK);
            sensed.motorMode[6] = MotorMode.SERVO;
            after(1, Mode.WALK);
        }
        assertFalse(latch.isTripped());
    }
}
