package gaitd.sim.wire;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.MotorMode;
import gaitd.hal.Sensed;
import gaitd.sim.fault.BusTrouble;
import gaitd.sim.robot.SimulatedA1;
import java.util.Arrays;

/**
 * The drives of a robot that are commanded one by one, over their buses. Each damps by itself when it was not commanded for the
 * robot's command timeout. One thread at a time. Allocates nothing after construction.
 */
final class BusDrives {
    private final SimulatedA1 robot;
    private final ServedWalk walk;
    private final JointCommands held = new JointCommands();
    private final double[] commandedAtS = new double[A1.JOINTS];
    private final Sensed sensed = new Sensed();
    private double sensedAtS = Double.NaN;

    BusDrives(final SimulatedA1 robot, final ServedWalk walk) {
        this.robot = robot;
        this.walk = walk;
        Arrays.fill(commandedAtS, Double.NEGATIVE_INFINITY);
    }

    /** Takes one joint's command; returns false, and takes nothing, when its drive is unplugged. */
    boolean drive(final int joint, final JointCommands command, final Sensed out, final BusTrouble trouble) {
        trouble.clear();
        if (robot.faults() != null) {
            robot.faults().bus(joint, robot.timeS(), trouble);
        }
        if (trouble.unplugged) {
            return false;
        }
        held.mode[joint] = command.mode[joint];
        held.q[joint] = command.q[joint];
        held.dq[joint] = command.dq[joint];
        held.tau[joint] = command.tau[joint];
        held.kp[joint] = command.kp[joint];
        held.kd[joint] = command.kd[joint];
        commandedAtS[joint] = robot.timeS();
        pass();
        if (robot.timeS() != sensedAtS) {
            robot.sense(sensed);
            sensedAtS = robot.timeS();
        }
        out.set(sensed);
        return true;
    }

    /** Before each physics step: drives that were left alone let go. */
    void step() {
        boolean changed = false;
        for (int j = 0; j < A1.JOINTS; j++) {
            final double ageS = robot.timeS() - commandedAtS[j];
            // A robot that was placed anew is at an earlier time.
            if (held.mode[j] != MotorMode.DAMPING && !(ageS >= 0 && ageS < robot.commandTimeoutS())) {
                held.mode[j] = MotorMode.DAMPING;
                changed = true;
            }
        }
        if (changed) {
            pass();
        }
    }

    private void pass() {
        robot.command(held);
        walk.command(held);
    }
}
