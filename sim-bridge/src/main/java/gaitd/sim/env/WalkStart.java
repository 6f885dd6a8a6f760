package gaitd.sim.env;

import gaitd.hal.A1;
import gaitd.hal.leg.LegGeometry;
import gaitd.hal.leg.LegKinematics;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import gaitd.runtime.gait.Stance;
import gaitd.runtime.loop.ControlStages;
import gaitd.runtime.mode.Mode;
import gaitd.sim.robot.SimulatedA1;

/** A walk that begins on its feet, without standing up. Allocates. */
public final class WalkStart {
    private WalkStart() {}

    /**
     * Places a robot at the origin of level ground in the stance of the walk, and has its controller walk.
     *
     * @param robot placed
     * @param stages its controller, begun
     * @param config stance and height
     */
    public static void onFeet(final SimulatedA1 robot, final ControlStages stages, final Config config) {
        final double[] pose = new double[A1.JOINTS];
        final Stance stance = new Stance(config);
        final LegKinematics kinematics = new LegKinematics(LegGeometry.A1);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            kinematics.inverse(leg, stance.foot, 3 * leg, pose);
        }
        robot.place(new double[] {0, 0, config.get(Setting.HEIGHT_M)}, new double[] {1, 0, 0, 0}, pose);
        stages.begin(Mode.WALK);
    }
}
