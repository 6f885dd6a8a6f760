package gaitd.sim.measure;

import gaitd.hal.A1;
import gaitd.hal.JointCommands;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;

/**
 * Whether commands on the wire make a robot carry its weight, where the mode of its controller is not known.
 *
 * <p>They do when a leg's target is stretched as far as an upright robot's, or when a leg without a target is given torque, whose
 * purpose is not known. Legs that are folded or only damped carry nothing. Allocates nothing
 * after construction.
 */
public final class CarryingCommand {
    private static final double STRETCHED_M = FallRule.UPRIGHT_HEIGHT_M - A1.FOOT_RADIUS_M;

    private final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
    private final double[] foot = new double[3];

    /** A judge of commands. */
    public CarryingCommand() {}

    /**
     * Judges commands.
     *
     * @param commands in force, not modified
     * @return whether the robot is to carry itself
     */
    public boolean carries(final JointCommands commands) {
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final int thigh = A1.JOINTS_PER_LEG * leg + A1.THIGH;
            final int calf = A1.JOINTS_PER_LEG * leg + A1.CALF;
            if (commands.kp[thigh] > 0 && commands.kp[calf] > 0) {
                kinematics.forward(leg, commands.q, foot, 0);
                if (-foot[2] >= STRETCHED_M) {
                    return true;
                }
            } else if (commands.tau[thigh] != 0 || commands.tau[calf] != 0) {
                return true;
            }
        }
        return false;
    }
}
