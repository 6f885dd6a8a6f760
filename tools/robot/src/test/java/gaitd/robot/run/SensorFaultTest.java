package gaitd.robot.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.cpg.Gait;
import gaitd.robot.report.RunMonitor;
import gaitd.robot.scenario.RunPlan;
import gaitd.robot.world.World;
import gaitd.runtime.config.Config;
import gaitd.runtime.fault.Fault;
import gaitd.runtime.frame.TickField;
import gaitd.sim.Engine;
import gaitd.sim.fault.FaultPlan;
import gaitd.sim.terrain.Terrains;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A walking robot whose sensors or states go wrong is noticed in time, by the guard that is there for it. */
class SensorFaultTest {
    private static final double AT_S = 5;
    private static final double WALK_S = 12;

    @ParameterizedTest
    @CsvSource({
        "imu.stuck, IMU_FROZEN, 52",
        "imu.gyro.garbage, IMU_RANGE, 2",
        "imu.gyro.offset, IMU_GYRO, 120",
        "imu.gyro.sign, IMU_GYRO, 1000",
        "imu.accelerometer.sign, IMU_FORCE, 600",
        "imu.quaternion.off, IMU_QUATERNION, 2",
        "imu.quaternion.offset, IMU_GYRO, 22",
        "imu.rpy.offset, IMU_RPY, 52",
        "joint.RL_calf.angle.offset, JOINT_JUMP, 2",
        "joint.FR_thigh.angle.stuck, JOINT_SPEED_DISAGREES, 500",
        "joint.FL_thigh.speed.sign, JOINT_SPEED_DISAGREES, 500",
        "foot.FR.off, FOOT_SENSOR, 8500",
        "joint.RR_hip.temperature.off, TEMPERATURE_SENSOR, 2",
        "tick.stuck, ROBOT_TICK_STUCK, 104",
        "state.stuck, STATE_STALE, 64",
        "state.looped, STATE_STALE, 64",
        "state.delayed, STATE_DELAYED, 60"
    })
    void isNoticed(final String wrong, final Fault guard, final double withinMs) {
        final double[] noticedMs = {Double.NaN};
        final RunMonitor monitor = (frame, scenario, meter) -> {
            if (Double.isNaN(noticedMs[0]) && (frame.get(TickField.FAULT_BITS) & guard.bit()) != 0) {
                noticedMs[0] = frame.get(TickField.SCHEDULED_NS) * 1e-6 - AT_S * 1e3;
            }
        };
        final World world =
                new World(Terrains.parse("flat", 1), 1, null, Engine.EMBEDDED, FaultPlan.of(List.of(wrong + "@5..")));
        final RunPlan plan = new RunPlan(WALK_S, 0.4, 0, 0.5, Gait.TROT, false);
        final RunResult result = new LockstepRun(plan, Config.defaults(), world).run(monitor);
        assertTrue(noticedMs[0] >= 0 && noticedMs[0] <= withinMs, "after " + noticedMs[0] + " ms");
        assertEquals(0, result.meter().walk.falls());
    }
}
