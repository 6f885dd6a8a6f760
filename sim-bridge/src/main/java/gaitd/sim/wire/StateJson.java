package gaitd.sim.wire;

import gaitd.sim.engine.SimState;
import gaitd.sim.fault.InjectedFault;
import gaitd.sim.robot.SimulatedA1;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The true state of a simulated robot as one line of JSON. */
final class StateJson {
    private StateJson() {}

    static String of(final SimulatedA1 robot, final boolean paused, final double groundM) {
        final SimState truth = robot.truth();
        final List<InjectedFault> faults =
                robot.faults() == null ? List.of() : robot.faults().faults();
        return "{\"time_s\":" + robot.timeS()
                + ",\"paused\":" + paused
                + ",\"commanded\":" + robot.isCommanded()
                + ",\"height_m\":" + number(truth.basePosition[2] - groundM)
                + ",\"position_m\":" + numbers(truth.basePosition)
                + ",\"quaternion\":" + numbers(truth.baseQuaternion)
                + ",\"velocity_m_s\":" + numbers(truth.baseVelocity)
                + ",\"angular_velocity_rad_s\":" + numbers(truth.baseAngularVelocity)
                + ",\"q_rad\":" + numbers(truth.q)
                + ",\"dq_rad_s\":" + numbers(truth.dq)
                + ",\"torque_nm\":" + numbers(truth.motorTorque)
                + ",\"foot_force_n\":" + numbers(truth.footForce)
                + ",\"trunk_contact\":" + truth.trunkContact
                + ",\"faults\":"
                + faults.stream().map(fault -> "\"" + fault.text() + "\"").collect(Collectors.joining(",", "[", "]"))
                + "}";
    }

    private static String numbers(final double[] values) {
        return Arrays.stream(values).mapToObj(StateJson::number).collect(Collectors.joining(",", "[", "]"));
    }

    /** JSON has no word for what is no number. */
    private static String number(final double value) {
        return Double.isFinite(value) ? Double.toString(value) : "null";
    }
}
