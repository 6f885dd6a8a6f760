package gaitd.robot.replay;

import gaitd.hal.JointCommands;
import gaitd.hal.PortCounters;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;
import gaitd.runtime.frame.InputBit;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;

/** Gives the states of a recording, and says of commands what the system said then. */
final class ReplayPort implements RobotPort {
    private final TickFrame frame;
    private final PortCounters counters = new PortCounters();

    /** A port that is at the tick of a frame, whoever fills it. */
    ReplayPort(final TickFrame frame) {
        this.frame = frame;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        counters.accepted = frame.get(TickField.STATES_ACCEPTED);
        counters.wrongSize = frame.get(TickField.STATES_DROPPED);
        counters.sent = frame.get(TickField.COMMANDS_SENT);
        if (!InputBit.CAME.isIn(frame)) {
            return false;
        }
        // Of a state that was dropped for its age only the time counted; of a repeated one the frame has the values.
        reals(TickField.Q, out.q);
        reals(TickField.DQ, out.dq);
        reals(TickField.DDQ, out.ddq);
        reals(TickField.TAU, out.tauEst);
        reals(TickField.QUATERNION, out.quaternion);
        reals(TickField.GYRO, out.gyro);
        reals(TickField.ACCELEROMETER, out.accelerometer);
        reals(TickField.RPY, out.rpy);
        ints(TickField.MOTOR_MODE, out.motorMode);
        ints(TickField.MOTOR_TEMPERATURE, out.motorTemperatureC);
        ints(TickField.MOTOR_ERROR, out.motorError);
        ints(TickField.FOOT_FORCE, out.footForce);
        out.imuTemperatureC = (int) frame.get(TickField.IMU_TEMPERATURE);
        frame.getBytes(TickField.WIRELESS_REMOTE, out.wirelessRemote);
        out.robotTick = frame.get(TickField.ARRIVED_ROBOT_TICK);
        out.receivedAtNs = frame.get(TickField.ARRIVED_NS);
        out.sequence = frame.get(TickField.ARRIVED_SEQUENCE);
        return true;
    }

    private void reals(final TickField field, final double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = frame.real(field, i);
        }
    }

    private void ints(final TickField field, final int[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = (int) frame.get(field, i);
        }
    }

    @Override
    public boolean send(final JointCommands commands) {
        return InputBit.SENT.isIn(frame);
    }

    @Override
    public PortCounters counters() {
        return counters;
    }

    @Override
    public void close() {}
}
