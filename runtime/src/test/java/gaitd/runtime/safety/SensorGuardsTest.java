package gaitd.runtime.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.hal.A1;
import gaitd.hal.Gravity;
import gaitd.hal.Sensed;
import gaitd.runtime.config.Config;
import gaitd.runtime.estimate.BodyEstimate;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.fault.FaultLatch;
import gaitd.runtime.mode.Mode;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The guards of sensors together: when the orientation is doubted, and that a robot placed anew is judged anew. */
class SensorGuardsTest {
    private static final Set<Fault> OF_ORIENTATION =
            EnumSet.of(Fault.IMU_RANGE, Fault.IMU_QUATERNION, Fault.IMU_FROZEN, Fault.IMU_GYRO, Fault.IMU_GRAVITY);

    private final Sensed accepted = new Sensed();
    private final StateFilter filter = new StateFilter(Config.defaults(), accepted);
    private final SensorGuards guards = new SensorGuards(accepted);
    private final BodyEstimate estimate = new BodyEstimate();
    private FaultLatch latch = new FaultLatch();
    private int states;

    SensorGuardsTest() {
        filter.arrived.accelerometer[2] = Gravity.M_S2;
    }

    /** A state that is new; every fourth of a second the feet change between load and none. */
    private void state() {
        states++;
        final boolean loaded = states / 125 % 2 == 0;
        for (int leg = 0; leg < A1.LEGS; leg++) {
            estimate.footForceN[leg] = loaded ? 40 : 0;
            filter.arrived.footForce[leg] = loaded ? 60 : 10;
        }
        filter.arrived.sequence++;
        filter.arrived.robotTick = 2L * states;
        filter.arrived.receivedAtNs = states * 2_000_000L;
        filter.arrived.imuTemperatureC = states;
    }

    private void update(final boolean came) {
        latch.beginTick(states, 0);
        filter.update(came, filter.arrived.receivedAtNs, Mode.WALK, latch);
        guards.update(filter, estimate, Mode.WALK, latch);
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void theOrientationIsDoubtedWhileAFaultOfItIsLatched(final Fault fault) {
        assertFalse(guards.doubtOrientation(latch));
        latch.trip(fault, -1, 1);
        latch.beginTick(1, 0);
        assertEquals(OF_ORIENTATION.contains(fault), guards.doubtOrientation(latch));
        latch.clear();
        assertFalse(guards.doubtOrientation(latch));
    }

    private void turnUnexplained() {
        state();
        update(true);
        state();
        filter.arrived.quaternion[0] = Math.cos(0.2);
        filter.arrived.quaternion[1] = Math.sin(0.2);
        update(true);
        assertFalse(latch.isTripped());
    }

    @Test
    void theOrientationIsDoubtedFromTheFirstStateThatTurnsUnexplained() {
        turnUnexplained();
        assertTrue(guards.doubtOrientation(latch));
    }

    @Test
    void aGuardThatIsOffRaisesNoDoubt() {
        latch = new FaultLatch(Fault.IMU_GYRO.bit());
        turnUnexplained();
        assertFalse(guards.doubtOrientation(latch));
        latch = new FaultLatch(Fault.TILT.bit());
        assertTrue(guards.doubtOrientation(latch));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void everySensorThatWasWrongIsForgottenByAReset(final int leg) {
        for (int i = 0; i < 3100; i++) {
            state();
            filter.arrived.footForce[leg] = 30;
            update(true);
        }
        assertEquals(Fault.FOOT_SENSOR, latch.first());
        assertEquals(3 * leg + A1.CALF, latch.joint());
        state();
        filter.arrived.gyro[1] = 100;
        filter.arrived.q[7] = 2;
        filter.arrived.motorTemperatureC[4] = 100;
        filter.arrived.footForce[leg] = 30;
        update(true);
        assertEquals(
                Fault.FOOT_SENSOR.bit()
                        | Fault.IMU_RANGE.bit()
                        | Fault.JOINT_JUMP.bit()
                        | Fault.JOINT_SPEED_DISAGREES.bit()
                        | Fault.TEMPERATURE_SENSOR.bit(),
                latch.bits());
        guards.reset();
        latch.beginTick(0, 0);
        latch.clear();
        update(false);
        assertFalse(latch.isTripped(), () -> latch.first().name());
    }

    @Test
    void theFirstWindowOfAFootIsNoDriftFromAnother() {
        final FootSensorGuard feet = new FootSensorGuard();
        for (int i = 0; i < 2200; i++) {
            final int window = i / 1000;
            final boolean loaded = i % 250 < 125;
            for (int leg = 0; leg < A1.LEGS; leg++) {
                accepted.footForce[leg] = 900 + 30 * window + (loaded ? 50 : 0);
                estimate.footForceN[leg] = loaded ? 40 : 0;
            }
            feet.judge(accepted, estimate, Mode.WALK, 0.002);
        }
        feet.tell(latch);
        assertFalse(latch.isTripped());
    }
}
