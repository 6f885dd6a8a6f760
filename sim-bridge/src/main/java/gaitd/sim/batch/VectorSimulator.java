package gaitd.sim.batch;

import gaitd.hal.A1;
import gaitd.sim.engine.ContactFinder;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A batch whose robots are the lanes of vectors.
 */
final class VectorSimulator implements BatchSimulator {
    private static final double[] SQUAT = {0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8};
    private static final double IDLE_HEIGHT_M = 1;

    final LaneModels models;
    /** Impulses of the last step, {@link LaneSolver#IMPULSES} items. */
    final double[] impulse;
    /** Sines of hip angle, thigh angle, and thigh and knee angle together, 4 x 3 items. */
    final double[] sine;
    /** Their cosines. */
    final double[] cosine;
    /** For each group, slots that may have impulses. */
    final boolean[] slots;

    private final BatchLayout layout;
    private final double timeStepS;
    private final List<Terrain> terrains;
    private final BatchState state;
    private final LaneWorker own;

    VectorSimulator(final RobotModel model, final List<Terrain> terrains, final double timeStepS) {
        this.layout = new BatchLayout(terrains.size(), Lanes.N);
        this.timeStepS = timeStepS;
        this.terrains = terrains;
        this.models = new LaneModels(layout);
        this.state = new BatchState(layout);
        this.impulse = layout.room(LaneSolver.IMPULSES);
        this.sine = layout.room(A1.JOINTS);
        this.cosine = layout.room(A1.JOINTS);
        this.slots = new boolean[layout.groups() * ContactFinder.SLOTS];
        this.own = (LaneWorker) worker();
        for (int robot = 0; robot < layout.groups() * Lanes.N; robot++) {
            models.set(robot, model);
            put(
                    robot,
                    new double[] {0, 0, robot < layout.robots() ? 0 : IDLE_HEIGHT_M},
                    new double[] {1, 0, 0, 0},
                    robot < layout.robots() ? new double[A1.JOINTS] : SQUAT);
        }
        for (int group = 0; group < layout.groups(); group++) {
            own.readFeet(group, state);
        }
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
    public BatchWorker worker() {
        return new LaneWorker(this, new LaneGround(layout, terrains));
    }

    @Override
    public void step(final double[] torqueNm, final double[] dampingNmSRad) {
        own.step(0, layout.groups(), torqueNm, dampingNmSRad);
    }

    @Override
    public void reset(
            final int robot,
            final double[] basePositionM,
            final double[] baseQuaternion,
            final double[] jointPositionRad) {
        Objects.checkIndex(robot, layout.robots());
        put(robot, basePositionM, baseQuaternion, jointPositionRad);
        own.readFeet(robot / layout.lanes(), state);
    }

    private void put(
            final int robot,
            final double[] basePositionM,
            final double[] baseQuaternion,
            final double[] jointPositionRad) {
        state.clear(robot);
        layout.put(robot, basePositionM, state.basePosition);
        layout.put(robot, jointPositionRad, state.q);
        final double[] q = baseQuaternion;
        final double scale = 1 / Math.sqrt(q[0] * q[0] + q[1] * q[1] + q[2] * q[2] + q[3] * q[3]);
        for (int i = 0; i < 4; i++) {
            state.baseQuaternion[layout.index(robot, 4, i)] = q[i] * scale;
        }
        layout.fill(robot, LaneSolver.IMPULSES, 0, impulse);
    }

    @Override
    public void use(final int robot, final RobotModel model) {
        models.set(Objects.checkIndex(robot, layout.robots()), model);
        own.readFeet(robot / layout.lanes(), state);
    }

    @Override
    public void kick(final int robot, final double[] velocityWorldMS) {
        Objects.checkIndex(robot, layout.robots());
        for (int i = 0; i < 3; i++) {
            state.baseVelocity[layout.index(robot, 3, i)] += velocityWorldMS[i];
        }
    }

    @Override
    public void saveTo(final int robot, final double[] to) {
        Objects.checkIndex(robot, layout.robots());
        layout.get(robot, impulse, LaneSolver.IMPULSES, to, state.saveTo(robot, to));
    }

    @Override
    public void restoreFrom(final int robot, final double[] from) {
        Objects.checkIndex(robot, layout.robots());
        layout.put(robot, from, state.restoreFrom(robot, from), LaneSolver.IMPULSES, impulse);
        final int group = robot / layout.lanes();
        Arrays.fill(slots, group * ContactFinder.SLOTS, (group + 1) * ContactFinder.SLOTS, true);
        own.readFeet(group, state);
    }
}
