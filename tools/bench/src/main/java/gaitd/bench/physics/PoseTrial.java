package gaitd.bench.physics;

import gaitd.hal.A1;
import gaitd.sim.Engine;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import gaitd.sim.terrain.Terrain;

/**
 * A robot held in one pose by position control: standing, dropped and pushed.
 *
 * @param standingM height of the trunk origin at rest, m
 * @param dropLowestM least height after a fall from 0.5 m, m
 * @param pushedM how far the trunk's origin moved at most within a second after a push of 0.5 m/s to the left, m
 */
public record PoseTrial(double standingM, double dropLowestM, double pushedM) {
    private static final double[] LEVEL = {1, 0, 0, 0};
    private static final double STAND_FROM_M = 0.29;
    private static final double DROP_FROM_M = 0.5;
    private static final double PUSH_M_S = 0.5;
    private static final double KP_NM_RAD = 55;
    private static final double KD_NM_S_RAD = 1;

    /**
     * Measures an engine with steps of a millisecond on flat ground.
     *
     * @param engine physics engine
     * @return heights and distance
     */
    public static PoseTrial of(final Engine engine) {
        final Simulator sim = engine.open(RobotModel.a1(), Terrain.FLAT, 0.001);
        final double[] pose = new double[A1.JOINTS];
        OpenLoopTrot.lift(0, pose);
        final Holder holder = new Holder(sim, pose);
        sim.reset(new double[] {0, 0, STAND_FROM_M}, LEVEL, pose);
        for (int i = 0; i < 3000; i++) {
            holder.step();
        }
        final double standing = sim.state().basePosition[2];
        final double y = sim.state().basePosition[1];
        sim.kick(new double[] {0, PUSH_M_S, 0});
        double pushed = 0;
        for (int i = 0; i < 1000; i++) {
            holder.step();
            pushed = Math.max(pushed, sim.state().basePosition[1] - y);
        }
        sim.reset(new double[] {0, 0, DROP_FROM_M}, LEVEL, pose);
        double lowest = DROP_FROM_M;
        for (int i = 0; i < 2000; i++) {
            holder.step();
            lowest = Math.min(lowest, sim.state().basePosition[2]);
        }
        return new PoseTrial(standing, lowest, pushed);
    }

    private static final class Holder {
        private final Simulator sim;
        private final double[] pose;
        private final double[] torque = new double[A1.JOINTS];
        private final double[] damping = new double[A1.JOINTS];

        Holder(final Simulator sim, final double[] pose) {
            this.sim = sim;
            this.pose = pose;
        }

        void step() {
            final SimState state = sim.state();
            for (int j = 0; j < A1.JOINTS; j++) {
                torque[j] = KP_NM_RAD * (pose[j] - state.q[j]);
                damping[j] = KD_NM_S_RAD;
            }
            sim.step(torque, damping);
        }
    }
}
