package gaitd.sim.env;

import gaitd.hal.A1;
import gaitd.sim.batch.BatchLayout;
import gaitd.sim.batch.BatchSimulator;
import gaitd.sim.batch.Batches;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.engine.Simulator;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/** Robots in the lanes of a batch: a step of all of them takes as long as one or two of a single engine. */
public final class BatchGroup implements GroupPhysics {
    /** Best size of a group: the lanes of the widest vectors. */
    public static final int ROBOTS = 8;

    private final BatchSimulator batch;
    private final BatchLayout layout;
    private final Lane[] lanes;
    private final double[] torque;
    private final double[] damping;

    /**
     * A group.
     *
     * @param terrains the ground of each robot
     * @param timeStepS length of a step, s
     */
    public BatchGroup(final List<Terrain> terrains, final double timeStepS) {
        batch = Batches.of(RobotModel.a1(), terrains, timeStepS);
        layout = batch.layout();
        torque = layout.room(A1.JOINTS);
        damping = layout.room(A1.JOINTS);
        lanes = new Lane[terrains.size()];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane(batch, i);
        }
    }

    @Override
    public Simulator robot(final int robot) {
        return lanes[robot];
    }

    @Override
    public void step(final double[][] torqueNm, final double[][] dampingNmSRad) {
        for (int i = 0; i < lanes.length; i++) {
            layout.put(i, torqueNm[i], torque);
            layout.put(i, dampingNmSRad[i], damping);
        }
        batch.step(torque, damping);
        for (final Lane lane : lanes) {
            lane.refresh();
        }
    }

    /** One robot of the batch; its state is a copy made after each step. */
    private static final class Lane implements Simulator {
        private final BatchSimulator batch;
        private final int robot;
        private final SimState state = new SimState();

        Lane(final BatchSimulator batch, final int robot) {
            this.batch = batch;
            this.robot = robot;
        }

        void refresh() {
            batch.state().get(robot, state);
        }

        @Override
        public void reset(
                final double[] basePositionM, final double[] baseQuaternion, final double[] jointPositionRad) {
            batch.reset(robot, basePositionM, baseQuaternion, jointPositionRad);
            refresh();
        }

        @Override
        public void use(final RobotModel model) {
            batch.use(robot, model);
        }

        @Override
        public void step(final double[] torqueNm, final double[] dampingNmSRad) {
            throw new UnsupportedOperationException("a robot of a batch is stepped by its group");
        }

        @Override
        public double timeStepS() {
            return batch.timeStepS();
        }

        @Override
        public SimState state() {
            return state;
        }

        @Override
        public void kick(final double[] velocityWorldMS) {
            batch.kick(robot, velocityWorldMS);
            refresh();
        }
    }
}
