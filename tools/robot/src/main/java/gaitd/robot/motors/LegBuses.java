package gaitd.robot.motors;

import gaitd.hal.A1;
import gaitd.hal.MotorMode;
import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorGear;
import gaitd.hal.bus.MotorProbe;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.serial.SerialDevice;
import gaitd.runtime.config.Refusal;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The four buses of a robot, asked for the angles of their rotors. */
final class LegBuses implements AutoCloseable {
    private static final long TIMEOUT_NS = 20_000_000L;
    /** A busy computer reads late, and whoever waits is a person. */
    private static final int TRIES = 15;

    private final List<SerialDevice> devices = new ArrayList<>();
    private final List<MotorProbe> probes = new ArrayList<>();
    private final MotorCommand command = new MotorCommand();
    private final MotorReply reply = new MotorReply();

    /** Opens all ports, FR FL RR RL. */
    LegBuses(final List<String> ports, final int baud, final PrintWriter out, final PrintWriter err) {
        try {
            for (final String port : ports) {
                final SerialDevice device = MotorOptions.open(port, baud, out, err);
                devices.add(device);
                probes.add(new MotorProbe(device, System::nanoTime, TIMEOUT_NS));
            }
        } catch (final RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Angles of all rotors, rad. */
    double[] rotorRad() {
        final double[] angles = new double[A1.JOINTS];
        for (int joint = 0; joint < A1.JOINTS; joint++) {
            angles[joint] = rotorRad(joint);
        }
        return angles;
    }

    /** Angle of one rotor, rad. The motor is asked in mode 0. */
    double rotorRad(final int joint) {
        command.mode = MotorMode.DAMPING;
        command.damping = 0;
        if (!answers(joint)) {
            throw new Refusal(A1.jointName(joint) + ", motor " + joint % A1.JOINTS_PER_LEG + " on "
                    + devices.get(joint / A1.JOINTS_PER_LEG).name()
                    + ", does not answer: expected a reply; check its power and number with 'gaitd motors scan'");
        }
        return reply.positionRad;
    }

    /** Lets a joint be moved by hand: no torque but a little damping. */
    void free(final int joint, final double kdNmSRad) {
        MotorGear.damp(kdNmSRad, command);
        answers(joint);
    }

    private boolean answers(final int joint) {
        command.id = joint % A1.JOINTS_PER_LEG;
        for (int i = 0; i < TRIES; i++) {
            if (probes.get(joint / A1.JOINTS_PER_LEG).ask(command, reply)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        devices.forEach(SerialDevice::close);
    }
}
