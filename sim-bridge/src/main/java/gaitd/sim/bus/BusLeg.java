package gaitd.sim.bus;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.Sensed;
import gaitd.hal.bus.MotorCommand;
import gaitd.hal.bus.MotorGear;
import gaitd.hal.bus.MotorReply;
import gaitd.hal.bus.RotorCalibration;
import gaitd.sim.fault.BusTrouble;
import gaitd.sim.wire.SimServer;

/** The motors of one leg of a simulated robot, with their gears. One thread. Allocates nothing after construction. */
public final class BusLeg implements BusMotors {
    private final int leg;
    private final RotorCalibration zeros;
    private final SimServer robot;
    private final JointCommands joints = new JointCommands();
    private final Sensed sensed = new Sensed();

    /**
     * A leg's motors.
     *
     * @param leg leg index
     * @param zeros how the robot's rotors stand to its joints
     * @param robot it must be {@link SimServer#onBuses}
     */
    public BusLeg(final int leg, final RotorCalibration zeros, final SimServer robot) {
        this.leg = leg;
        this.zeros = zeros;
        this.robot = robot;
    }

    @Override
    public boolean take(final MotorCommand command, final MotorReply reply, final BusTrouble trouble) {
        final int joint = leg * A1.JOINTS_PER_LEG + command.id;
        MotorGear.toJoint(command, zeros, joint, joints);
        if (!robot.drive(joint, joints, sensed, trouble)) {
            return false;
        }
        final double turn = zeros.direction(joint) * MotorGear.RATIO;
        reply.id = command.id;
        reply.mode = sensed.motorMode[joint];
        reply.temperatureC = sensed.motorTemperatureC[joint];
        reply.error = 0;
        reply.positionRad = MotorGear.rotorRad(sensed.q[joint], zeros, joint);
        reply.speedRadS = turn * sensed.dq[joint];
        reply.filteredSpeedRadS = reply.speedRadS;
        reply.accelerationRadS2 = turn * sensed.ddq[joint];
        reply.torqueNm = zeros.direction(joint) * sensed.tauEst[joint] / MotorGear.RATIO;
        return true;
    }
}
