package gaitd.sim.batch;

import gaitd.hal.A1;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.util.List;
import java.util.Objects;

/** A batch of single engines, one lane: the reference of the vector form, and the form on machines without vectors. */
final class ScalarBatch implements BatchSimulator {
    private final BatchLayout layout;
    private final double timeStepS;
    private final EmbeddedSimulator[] engines;
    private final BatchState state;
    private final BatchWorker own = worker();

    ScalarBatch(final RobotModel model, final List<Terrain> terrains, final double timeStepS) {
        this.layout = new BatchLayout(terrains.size(), 1);
        this.timeStepS = timeStepS;
        this.engines = new EmbeddedSimulator[terrains.size()];
        this.state = new BatchState(layout);
        for (int robot = 0; robot < engines.length; robot++) {
            engines[robot] = new EmbeddedSimulator(model, terrains.get(robot), timeStepS);
            read(robot);
        }
    }

    private void read(final int robot) {
        state.set(robot, engines[robot].state());
    }

    @Override
    public BatchLayout layout() {
        return layout;
    }

    @Override
    public double timeStepS() {
        return timeStepS;
    }

    @Override
    public BatchState state() {
        return state;
    }

    @Override
    public void reset(
            final int robot,
            final double[] basePositionM,
            final double[] baseQuaternion,
            final double[] jointPositionRad) {
        engines[Objects.checkIndex(robot, engines.length)].reset(basePositionM, baseQuaternion, jointPositionRad);
        read(robot);
    }

    @Override
    public void use(final int robot, final RobotModel model) {
        engines[Objects.checkIndex(robot, engines.length)].use(model);
        read(robot);
    }

    @Override
    public void kick(final int robot, final double[] velocityWorldMS) {
        engines[Objects.checkIndex(robot, engines.length)].kick(velocityWorldMS);
        read(robot);
    }

    @Override
    public void step(final double[] torqueNm, final double[] dampingNmSRad) {
        own.step(0, engines.length, torqueNm, dampingNmSRad);
    }

    @Override
    public BatchWorker worker() {
        return new Worker();
    }

    @Override
    public void saveTo(final int robot, final double[] to) {
        engines[Objects.checkIndex(robot, engines.length)].saveTo(to);
    }

    @Override
    public void restoreFrom(final int robot, final double[] from) {
        engines[Objects.checkIndex(robot, engines.length)].restoreFrom(from);
        read(robot);
    }

    private final class Worker implements BatchWorker {
        private final double[] torque = new double[A1.JOINTS];
        private final double[] damping = new double[A1.JOINTS];

        @Override
        public void step(
                final int fromGroup, final int endGroup, final double[] torqueNm, final double[] dampingNmSRad) {
            Objects.checkFromToIndex(fromGroup, endGroup, engines.length);
            Objects.checkFromToIndex(0, layout.length(A1.JOINTS), torqueNm.length);
            Objects.checkFromToIndex(0, layout.length(A1.JOINTS), dampingNmSRad.length);
            for (int robot = fromGroup; robot < endGroup; robot++) {
                layout.get(robot, torqueNm, torque);
                layout.get(robot, dampingNmSRad, damping);
                engines[robot].step(torque, damping);
                read(robot);
            }
        }
    }
}
