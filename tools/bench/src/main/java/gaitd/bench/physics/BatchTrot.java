package gaitd.bench.physics;

import gaitd.bench.turns.Candidate;
import gaitd.hal.A1;
import gaitd.sim.batch.BatchLayout;
import gaitd.sim.batch.BatchSimulator;
import gaitd.sim.batch.BatchState;
import gaitd.sim.batch.BatchWorker;
import java.util.Arrays;

/**
 * The load of {@link OpenLoopTrot} on many robots at once.
 */
public final class BatchTrot implements Candidate.Work {
    private static final double[] LEVEL = {1, 0, 0, 0};

    private final BatchSimulator batch;
    private final BatchLayout layout;
    private final double[] start;
    private final double[] pose = new double[A1.JOINTS];
    private final double[] torque;
    private final double[] damping;
    private final double[][] target;
    private final double[] lifted = new double[A1.JOINTS];
    private final BatchWorker worker;
    private final int fromGroup;
    private final int endGroup;

    /**
     * Robots at their start.
     *
     * @param batch moved by this object only
     * @param groundM height of the ground at the world's origin, m
     */
    public BatchTrot(final BatchSimulator batch, final double groundM) {
        this(batch, groundM, 0, batch.layout().groups());
    }

    /** Some of a batch's groups; others may be stepped by other threads. */
    BatchTrot(final BatchSimulator batch, final double groundM, final int fromGroup, final int endGroup) {
        this.batch = batch;
        this.fromGroup = fromGroup;
        this.endGroup = endGroup;
        layout = batch.layout();
        start = new double[] {0, 0, groundM + OpenLoopTrot.START_M};
        torque = layout.room(A1.JOINTS);
        damping = layout.room(A1.JOINTS);
        target = new double[A1.JOINTS][layout.lanes()];
        worker = batch.worker();
        OpenLoopTrot.lift(0, pose);
        Arrays.fill(damping, OpenLoopTrot.KD_NM_S_RAD);
        for (int robot = fromGroup * layout.lanes(); robot < end(endGroup); robot++) {
            batch.reset(robot, start, LEVEL, pose);
        }
    }

    /** First robot that is not in the groups before this one. */
    private int end(final int group) {
        return Math.min(group * layout.lanes(), layout.robots());
    }

    @Override
    public int grain() {
        return layout.robots();
    }

    @Override
    public void run(final int robotSteps) {
        final int steps = Math.max(1, robotSteps / layout.robots());
        for (int group = fromGroup; group < endGroup; group++) {
            for (int i = 0; i < steps; i++) {
                step(group);
            }
        }
    }

    /** Steps one group at a time, so that its numbers stay in the first-level cache. */
    private void step(final int group) {
        final BatchState state = batch.state();
        final int lanes = layout.lanes();
        for (int lane = 0; lane < lanes; lane++) {
            OpenLoopTrot.lift(OpenLoopTrot.wave(state.timeS[group * lanes + lane]), lifted);
            for (int j = 0; j < A1.JOINTS; j++) {
                target[j][lane] = lifted[j];
            }
        }
        for (int j = 0; j < A1.JOINTS; j++) {
            final int at = (group * A1.JOINTS + j) * lanes;
            for (int lane = 0; lane < lanes; lane++) {
                torque[at + lane] = OpenLoopTrot.KP_NM_RAD * (target[j][lane] - state.q[at + lane]);
            }
        }
        worker.step(group, group + 1, torque, damping);
        for (int robot = group * lanes; robot < end(group + 1); robot++) {
            final double z = state.basePosition[layout.index(robot, 3, 2)] - start[2];
            final double x = state.baseQuaternion[layout.index(robot, 4, 1)];
            final double y = state.baseQuaternion[layout.index(robot, 4, 2)];
            if (OpenLoopTrot.isDown(z, x, y)) {
                batch.reset(robot, start, LEVEL, pose);
            }
        }
    }
}
