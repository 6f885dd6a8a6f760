package gaitd.hal.bus;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.RobotPort;
import gaitd.hal.Sensed;

/**
 * IMU, foot sensors and remote of the robot's main board, by its low-level states. The board answers commands: it is sent one a tick
 * in which every motor is in mode 0, since its motors are on other wires.
 */
public final class BoardImu implements ImuPort {
    private final RobotPort board;
    private final String name;
    private final JointCommands nothing = new JointCommands();
    private final Sensed state = new Sensed();

    /**
     * A board's sensors.
     *
     * @param board the way to it, closed with this
     * @param name where it is, for messages
     */
    public BoardImu(final RobotPort board, final String name) {
        this.board = board;
        this.name = name;
    }

    @Override
    public boolean receive(final Sensed out, final long nowNs) {
        final boolean fresh = board.receive(state, nowNs);
        board.send(nothing);
        if (!fresh) {
            return false;
        }
        System.arraycopy(state.quaternion, 0, out.quaternion, 0, state.quaternion.length);
        System.arraycopy(state.gyro, 0, out.gyro, 0, state.gyro.length);
        System.arraycopy(state.accelerometer, 0, out.accelerometer, 0, state.accelerometer.length);
        System.arraycopy(state.rpy, 0, out.rpy, 0, state.rpy.length);
        out.imuTemperatureC = state.imuTemperatureC;
        System.arraycopy(state.footForce, 0, out.footForce, 0, A1.LEGS);
        System.arraycopy(state.wirelessRemote, 0, out.wirelessRemote, 0, state.wirelessRemote.length);
        return true;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        board.close();
    }
}
