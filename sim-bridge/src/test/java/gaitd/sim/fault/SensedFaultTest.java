package gaitd.sim.fault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.Sensed;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SensedFaultTest {
    private static final double PERIOD_S = 0.002;
    private static final double FROM_S = 1;
    private static final double TO_S = 2;

    private final double[] values = new double[SensedField.VALUES_MAX];

    static Stream<String> measured() {
        return FaultGrammarTest.everyFault()
                .filter(name -> FaultGrammar.parse(name + "@0").component().isMeasured());
    }

    /** A reading of which every value changes all the time and is never 0. */
    private static Sensed moving(final double timeS) {
        final Sensed s = new Sensed();
        for (int j = 0; j < 12; j++) {
            s.q[j] = 0.8 + 0.01 * j + 0.1 * Math.sin(9 * timeS + j);
            s.dq[j] = 2 + 0.1 * j + Math.sin(7 * timeS);
            s.tauEst[j] = 5 + 0.1 * j + Math.sin(5 * timeS);
            s.motorTemperatureC[j] = 40 + j + (int) (10 * timeS);
            s.motorMode[j] = 10;
        }
        for (int i = 0; i < 3; i++) {
            s.gyro[i] = 1 + i + Math.sin(3 * timeS);
            s.accelerometer[i] = 7 + i + Math.sin(11 * timeS);
            s.rpy[i] = 0.5 + 0.1 * i + 0.1 * timeS;
        }
        final double half = 0.2 + 0.1 * timeS;
        s.quaternion[0] = Math.cos(half);
        s.quaternion[1] = 0.6 * Math.sin(half);
        s.quaternion[2] = 0.48 * Math.sin(half);
        s.quaternion[3] = 0.64 * Math.sin(half);
        for (int leg = 0; leg < 4; leg++) {
            s.footForce[leg] = 60 + 7 * leg + (int) (20 * timeS);
        }
        s.robotTick = Math.round(1000 * timeS) + 7;
        Arrays.fill(s.wirelessRemote, (byte) (1 + (int) (50 * timeS)));
        return s;
    }

    private double[] read(final FaultComponent component, final Sensed sensed) {
        return Arrays.copyOf(values, SensedField.read(component, sensed, values));
    }

    @ParameterizedTest
    @MethodSource("measured")
    void changesItsPartOnlyAndOnlyInItsTime(final String name) {
        final InjectedFault fault = FaultGrammar.parse(name, FROM_S, TO_S);
        final FaultInjector injector = new FaultInjector(new FaultPlan(List.of(fault)), 3);
        injector.begin();
        boolean changed = false;
        for (double timeS = 0; timeS < 3; timeS += PERIOD_S) {
            final Sensed clean = moving(timeS);
            final Sensed faulty = moving(timeS);
            injector.sense(faulty, timeS);
            for (final FaultComponent other : FaultComponent.values()) {
                if (other.isMeasured() && !isPartOf(other, fault.component())) {
                    assertArrayEquals(read(other, clean), read(other, faulty), () -> "also changed " + other);
                }
            }
            final double[] before = read(fault.component(), clean);
            final double[] after = read(fault.component(), faulty);
            for (int i = 0; i < before.length; i++) {
                final boolean meant = fault.component().instances == FaultInstances.ONE
                        || (fault.bits() >> i & 1) != 0
                        || fault.type() == FaultType.ORDER;
                if (!meant || !fault.isActive(timeS)) {
                    assertEquals(before[i], after[i], "value " + i + " at " + timeS);
                }
                changed |= before[i] != after[i];
            }
        }
        final boolean still = fault.component() == FaultComponent.JOINT_MODE
                && EnumSet.of(FaultType.STUCK, FaultType.DELAYED).contains(fault.type());
        assertEquals(!still, changed, "a mode that never changes cannot be seen to be stuck or late");
    }

    private static boolean isPartOf(final FaultComponent other, final FaultComponent whole) {
        return other == whole
                || (other == FaultComponent.IMU && whole.group.equals("imu"))
                || (whole == FaultComponent.IMU && other.group.equals("imu"));
    }

    private double[] at(final String request, final double... timesS) {
        final InjectedFault fault = FaultGrammar.parse(request);
        final FaultInjector injector = new FaultInjector(new FaultPlan(List.of(fault)), 3);
        injector.begin();
        double[] last = {};
        for (final double timeS : timesS) {
            final Sensed sensed = moving(timeS);
            injector.sense(sensed, timeS);
            last = read(fault.component(), sensed);
        }
        return last;
    }

    @Test
    void offIsZero() {
        assertArrayEquals(new double[4], at("imu.quaternion.off@1", 1));
        assertEquals(0, at("tick.off@1", 1)[0]);
    }

    @Test
    void stuckKeepsTheValueOfItsBeginning() {
        assertArrayEquals(read(FaultComponent.IMU_GYRO, moving(1)), at("imu.gyro.stuck@1", 0.5, 1, 1.5));
    }

    @Test
    void anOffsetAddsItsArgument() {
        assertEquals(moving(1).q[2] - 0.3, at("joint.FR_calf.angle.offset:-0.3@1", 1)[2], 1e-12);
        assertEquals(moving(1).motorTemperatureC[2] + 60, at("joint.FR_calf.temperature.offset@1", 1)[2]);
    }

    @Test
    void anOffsetOfTheOrientationTurnsItAboutTheTrunksY() {
        final Sensed s = moving(1);
        s.quaternion[0] = 1;
        Arrays.fill(s.quaternion, 1, 4, 0);
        new FaultInjector(FaultPlan.of(List.of("imu.quaternion.offset:0.3@1")), 1).sense(s, 1);
        assertArrayEquals(new double[] {Math.cos(0.15), 0, Math.sin(0.15), 0}, s.quaternion, 1e-12);
    }

    @Test
    void aWrongSignOfTheOrientationIsItsInverse() {
        final double[] q = moving(1).quaternion;
        assertArrayEquals(new double[] {q[0], -q[1], -q[2], -q[3]}, at("imu.quaternion.sign@1", 1));
    }

    @Test
    void aDriftGrowsWithTime() {
        assertEquals(moving(3).q[2] + 0.2, at("joint.FR_calf.angle.drift:0.1@1", 1, 3)[2], 1e-12);
    }

    @Test
    void wrongOrderExchangesSidesAxesAndTheQuaternionsScalar() {
        final Sensed s = moving(1);
        final double[] hips = at("joint.FR_hip.angle.order@1", 1);
        assertEquals(s.q[3], hips[0]);
        assertEquals(s.q[0], hips[3]);
        assertArrayEquals(
                new double[] {s.quaternion[1], s.quaternion[2], s.quaternion[3], s.quaternion[0]},
                at("imu.quaternion.order@1", 1));
        assertArrayEquals(new double[] {s.gyro[1], s.gyro[0], s.gyro[2]}, at("imu.gyro.order@1", 1));
        final double[] feet = at("foot.all.order@1", 1);
        assertArrayEquals(new double[] {s.footForce[1], s.footForce[0], s.footForce[3], s.footForce[2]}, feet);
    }

    @Test
    void delayedGivesTheValueOfBefore() {
        assertArrayEquals(read(FaultComponent.IMU_GYRO, moving(0.96)), at("imu.gyro.delayed:40@1", 0.9, 0.96, 0.98, 1));
    }

    @Test
    void intermittentIsOffFirstThenWell() {
        assertEquals(0, at("joint.FR_hip.speed.intermittent:20@1", 1.01)[0]);
        assertEquals(moving(1.03).dq[0], at("joint.FR_hip.speed.intermittent:20@1", 1.03)[0]);
        assertEquals(0, at("joint.FR_hip.speed.intermittent:20@1", 1.05)[0]);
    }

    @Test
    void saturatedEndsAtItsLimitOnBothSides() {
        assertEquals(0.7, at("joint.FR_hip.angle.saturated:0.7@1", 1)[0]);
        final Sensed s = moving(1);
        s.q[0] = -2;
        new FaultInjector(FaultPlan.of(List.of("joint.FR_hip.angle.saturated:0.7@1")), 1).sense(s, 1);
        assertEquals(-0.7, s.q[0]);
    }

    @Test
    void garbageIsDrawnFromTheSeedUpToItsArgument() {
        final String request = "imu.gyro.garbage:50@1";
        final double[] first = at(request, 1, 1.1);
        assertArrayEquals(first, at(request, 1, 1.1));
        assertFalse(Arrays.equals(first, at(request, 1)));
        for (final double value : first) {
            assertTrue(Math.abs(value) <= 50);
        }
        final Sensed s = moving(1);
        new FaultInjector(FaultPlan.of(List.of(request)), 4).sense(s, 1);
        assertFalse(Arrays.equals(at(request, 1), s.gyro));
    }
}
