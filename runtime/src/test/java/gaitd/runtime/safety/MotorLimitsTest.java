package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What motors owe and how hot they may be: at the limit and just beyond it, for every joint and sign. */
class MotorLimitsTest {
    private static final String JOINTS_AND_SIGNS = "gaitd.runtime.safety.Governed#jointsAndSigns";
    private static final double SPEED_RAD_S = 0.3;

    private final FollowingGuard guard = new FollowingGuard(Config.defaults());
    private final Sensed sensed = new Sensed();
    private final JointCommands sent = new JointCommands();
    private final FaultLatch latch = new FaultLatch();

    @BeforeEach
    void obey() {
        Arrays.fill(sensed.motorMode, MotorMode.SERVO);
    }

    private void state(final FollowingGuard of, final Mode mode) {
        latch.beginTick(0, 0);
        sensed.sequence++;
        of.update(sensed, sent, mode, latch);
    }

    /** A period as long as the average makes the newest difference the average. */
    private static FollowingGuard slow() {
        return new FollowingGuard(
                new Config.Builder().set(Setting.RATE_HZ, 100, "test").conclude());
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void aMotorMayOweItsLimitForEver(final int joint, final int sign) {
        final FollowingGuard slow = slow();
        sent.tau[joint] = sign * 8;
        for (int i = 0; i < 1000; i++) {
            state(slow, Mode.WALK);
        }
        assertFalse(latch.isTripped());
        sent.tau[joint] = sign * 8.01;
        for (int i = 0; i < 1000; i++) {
            state(slow, Mode.WALK);
        }
        assertEquals(Fault.MOTOR_NOT_FOLLOWING, latch.first());
        assertEquals(joint, latch.joint());
    }

    /** The average of 0.1 s reaches 63 % of a difference in that time. */
    @ParameterizedTest
    @CsvSource({"12.4,false", "12.9,true"})
    void theAverageIsThatOfATenthOfASecond(final double owedNm, final boolean trips) {
        sent.tau[4] = owedNm;
        for (int i = 0; i < 50; i++) {
            state(guard, Mode.WALK);
        }
        assertEquals(trips, latch.isTripped());
    }

    private boolean stalls(final int joint, final double torqueNm, final double radS) {
        guard.reset();
        sent.tau[joint] = torqueNm;
        sensed.tauEst[joint] = torqueNm;
        sensed.dq[joint] = radS;
        for (int i = 0; i < 501; i++) {
            state(guard, Mode.WALK);
        }
        final boolean stalls = latch.has(Fault.STALL);
        latch.beginTick(0, 0);
        latch.clear();
        return stalls;
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void aJointMayPushAtTheLimitAndIsNotBlockedWhenItJustTurns(final int joint, final int sign) {
        assertFalse(stalls(joint, sign * 22, 0));
        assertTrue(stalls(joint, sign * Math.nextUp(22.0), 0));
        assertFalse(stalls(joint, sign * 23, SPEED_RAD_S));
        assertFalse(stalls(joint, sign * 23, -SPEED_RAD_S));
        assertTrue(stalls(joint, sign * 23, Math.nextDown(SPEED_RAD_S)));
        assertTrue(stalls(joint, sign * 23, -Math.nextDown(SPEED_RAD_S)));
    }

    @ParameterizedTest
    @MethodSource(JOINTS_AND_SIGNS)
    void whatHappenedToAPassiveRobotIsForgotten(final int joint, final int sign) {
        for (int round = 0; round < 3; round++) {
            sent.tau[joint] = sign * 23;
            sensed.motorMode[joint] = MotorMode.DAMPING;
            for (int i = 0; i < 20; i++) {
                state(guard, Mode.WALK);
            }
            assertFalse(latch.isTripped(), "round " + round);
            state(guard, Mode.PASSIVE);
            assertFalse(latch.isTripped());
        }
    }

    @Test
    void thereIsNoTorqueBeforeTheFirstState() {
        sent.tau[3] = 30;
        for (int i = 0; i < 1000; i++) {
            guard.update(sensed, sent, Mode.WALK, latch);
        }
        assertFalse(latch.isTripped());
    }

    private void heat(final TemperatureGuard of, final int joint, final int celsius) {
        of.reset();
        latch.beginTick(0, 0);
        latch.clear();
        sensed.motorTemperatureC[joint] = celsius;
        for (int i = 0; i < 50; i++) {
            of.update(sensed, latch);
        }
    }

    @ParameterizedTest
    @CsvSource({"65,0", "66,1", "74,1", "75,2", "80,2", "81,3"})
    void aMotorMayBeAsHotAsEachOfItsLimits(final int celsius, final int faults) {
        final TemperatureGuard heat = new TemperatureGuard(Config.defaults());
        final Fault[] all = {Fault.TEMPERATURE_WARM, Fault.TEMPERATURE_DERATED, Fault.TEMPERATURE};
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            Arrays.fill(sensed.motorTemperatureC, 30);
            heat(heat, joint, celsius);
            long bits = 0;
            for (int i = 0; i < faults; i++) {
                bits |= all[i].bit();
            }
            assertEquals(bits, latch.bits());
            assertEquals(faults == 0 ? -1 : joint, latch.joint());
            assertEquals(faults == 0 ? 0 : celsius, latch.value());
        }
    }
}
