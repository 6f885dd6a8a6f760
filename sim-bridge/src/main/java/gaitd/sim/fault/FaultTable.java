package gaitd.sim.fault;

import static gaitd.sim.fault.FaultType.DELAYED;
import static gaitd.sim.fault.FaultType.DRIFT;
import static gaitd.sim.fault.FaultType.GARBAGE;
import static gaitd.sim.fault.FaultType.HUNG;
import static gaitd.sim.fault.FaultType.INTERMITTENT;
import static gaitd.sim.fault.FaultType.LOOPED;
import static gaitd.sim.fault.FaultType.LOST;
import static gaitd.sim.fault.FaultType.OFF;
import static gaitd.sim.fault.FaultType.OFFSET;
import static gaitd.sim.fault.FaultType.ORDER;
import static gaitd.sim.fault.FaultType.REORDERED;
import static gaitd.sim.fault.FaultType.RESET;
import static gaitd.sim.fault.FaultType.RUNAWAY;
import static gaitd.sim.fault.FaultType.SATURATED;
import static gaitd.sim.fault.FaultType.SCALE;
import static gaitd.sim.fault.FaultType.SIGN;
import static gaitd.sim.fault.FaultType.STUCK;

import gaitd.hal.A1;
import java.util.List;

/** How each component can fail, with the argument that is usual: the only declaration of it. */
final class FaultTable {
    private FaultTable() {}

    static List<FaultForm> forms(final FaultComponent component) {
        return switch (component) {
            case JOINT_ANGLE ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 10, 0.01, 1e5, "rad"),
                        FaultForm.signed(OFFSET, 0.3, 10, "rad"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 1.2, 0, 10, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 0.1, 10, "rad/s"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.of(SATURATED, 0.7, 0, 10, "rad"));
            case JOINT_SPEED ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 100, 0.01, 1e6, "rad/s"),
                        FaultForm.signed(OFFSET, 5, 100, "rad/s"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 3, 0, 100, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 1, 100, "rad/s^2"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.of(SATURATED, 1, 0, 100, "rad/s"));
            case JOINT_TORQUE ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 100, 0.01, 127, "N m"),
                        FaultForm.signed(OFFSET, 10, 100, "N m"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 3, 0, 100, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 2, 100, "N m/s"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.of(SATURATED, 3, 0, 100, "N m"));
            case JOINT_TEMPERATURE ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 120, 1, 127, "deg C"),
                        FaultForm.signed(OFFSET, 60, 127, "deg C"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 4, 0, 10, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 10, 100, "deg C/s"),
                        FaultForm.ms(DELAYED, 1000),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.of(SATURATED, 20, 0, 127, "deg C"));
            case JOINT_MODE ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 255, 1, 255, "-"),
                        FaultForm.signed(OFFSET, 1, 245, "-"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20));
            case IMU ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20));
            case IMU_GYRO ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 1e5, 0.01, 1e6, "rad/s"),
                        FaultForm.signed(OFFSET, 1, 100, "rad/s"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 3, 0, 100, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 0.1, 10, "rad/s^2"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.of(SATURATED, 0.1, 0, 100, "rad/s"));
            case IMU_ACCELEROMETER ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 1e6, 0.01, 1e6, "m/s^2"),
                        FaultForm.signed(OFFSET, 3, 100, "m/s^2"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 2, 0, 100, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 0.5, 100, "m/s^3"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.of(SATURATED, 5, 0, 100, "m/s^2"));
            case IMU_QUATERNION ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 1, 0.01, 1e6, "-"),
                        FaultForm.signed(OFFSET, 0.3, 3.2, "rad"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 2, 0, 100, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 0.05, 10, "rad/s"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20));
            case IMU_RPY ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 3, 0.01, 1e6, "rad"),
                        FaultForm.signed(OFFSET, 0.3, 3.2, "rad"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 3, 0, 100, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 0.05, 10, "rad/s"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20));
            case FOOT ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 500, 1, 32767, "counts"),
                        FaultForm.signed(OFFSET, 100, 32767, "counts"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 4, 0, 100, "times"),
                        FaultForm.of(ORDER),
                        FaultForm.signed(DRIFT, 20, 1000, "counts/s"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.of(SATURATED, 10, 0, 32767, "counts"));
            case TICK ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 4294967295.0, 1, 4294967295.0, "ms"),
                        FaultForm.signed(OFFSET, 1000, 4294967295.0, "ms"),
                        FaultForm.of(SCALE, 2, 0, 100, "times"),
                        FaultForm.signed(DRIFT, -2000, 1e6, "ms/s"),
                        FaultForm.ms(INTERMITTENT, 20));
            case REMOTE ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, 255, 1, 255, "-"),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 100));
            case BATTERY ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(SCALE, 0.5, 0, 1, "times"),
                        FaultForm.of(DRIFT, 0.1, 0, 1, "1/s"),
                        FaultForm.ms(INTERMITTENT, 100));
            case MOTOR ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.of(STUCK),
                        FaultForm.of(GARBAGE, A1.TORQUE_MAX_NM, 0, A1.TORQUE_MAX_NM, "N m"),
                        FaultForm.signed(OFFSET, 10, A1.TORQUE_MAX_NM, "N m"),
                        FaultForm.of(SIGN),
                        FaultForm.of(SCALE, 0.3, 0, 10, "times"),
                        FaultForm.ms(INTERMITTENT, 50),
                        FaultForm.of(SATURATED, 5, 0, A1.TORQUE_MAX_NM, "N m"),
                        FaultForm.signed(RUNAWAY, A1.TORQUE_MAX_NM, A1.TORQUE_MAX_NM, "N m"));
            case STATE ->
                List.of(
                        FaultForm.of(STUCK),
                        FaultForm.share(GARBAGE, 1),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 100),
                        FaultForm.share(LOST, 1),
                        FaultForm.ms(REORDERED, 40),
                        FaultForm.ms(LOOPED, 1000));
            case COMMAND ->
                List.of(
                        FaultForm.of(STUCK),
                        FaultForm.share(GARBAGE, 1),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 100),
                        FaultForm.share(LOST, 1),
                        FaultForm.ms(REORDERED, 40),
                        FaultForm.ms(LOOPED, 1000));
            case BOARD -> List.of(FaultForm.of(OFF), FaultForm.of(RESET, 1, 0.01, 60, "s"), FaultForm.of(HUNG));
            case BUS ->
                List.of(
                        FaultForm.of(OFF),
                        FaultForm.share(GARBAGE, 1),
                        FaultForm.ms(DELAYED, 40),
                        FaultForm.ms(INTERMITTENT, 20),
                        FaultForm.share(LOST, 1));
        };
    }
}
