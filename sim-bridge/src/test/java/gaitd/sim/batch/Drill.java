package gaitd.sim.batch;

import gaitd.hal.A1;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Robots of a batch that trot in place under position control, each of its own build and in its own phase. */
final class Drill {
    static final double[] POSE = {0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8, 0, 0.9, -1.8};
    static final double[] LEVEL = {1, 0, 0, 0};
    private static final double DT = 0.001;
    private static final int PERIOD = 500;

    final BatchSimulator batch;
    final double[] torque;
    final double[] damping;
    /** Which robot of the drill each robot of the batch is. */
    private final int[] who;

    private final double[][] target;
    private int steps;

    Drill(final BatchSimulator batch, final double lift, final int... who) {
        this.batch = batch;
        this.torque = batch.layout().room(A1.JOINTS);
        this.damping = batch.layout().room(A1.JOINTS);
        this.who = who.clone();
        this.target = new double[PERIOD][];
        for (int i = 0; i < PERIOD; i++) {
            target[i] = target(i, lift);
        }
    }

    static Drill vectors(final int robots, final Terrain terrain, final double lift) {
        return new Drill(
                new VectorSimulator(RobotModel.a1(), Collections.nCopies(robots, terrain), DT), lift, all(robots));
    }

    static Drill scalars(final int robots, final Terrain terrain, final double lift) {
        return new Drill(new ScalarBatch(RobotModel.a1(), Collections.nCopies(robots, terrain), DT), lift, all(robots));
    }

    static Drill vectorsOn(final List<Terrain> terrains, final double lift) {
        return new Drill(new VectorSimulator(RobotModel.a1(), terrains, DT), lift, all(terrains.size()));
    }

    static Drill scalarsOn(final List<Terrain> terrains, final double lift) {
        return new Drill(new ScalarBatch(RobotModel.a1(), terrains, DT), lift, all(terrains.size()));
    }

    static Drill vectorsOf(final double lift, final int... who) {
        return new Drill(
                new VectorSimulator(RobotModel.a1(), Collections.nCopies(who.length, Terrain.FLAT), DT), lift, who);
    }

    private static int[] all(final int robots) {
        final int[] out = new int[robots];
        for (int i = 0; i < robots; i++) {
            out[i] = i;
        }
        return out;
    }

    private static double[] target(final int step, final double lift) {
        final double[] out = POSE.clone();
        final double wave = Math.sin(2 * Math.PI * step / PERIOD);
        for (int leg = 0; leg < A1.LEGS; leg++) {
            final double up = lift * Math.max(0, leg == 0 || leg == 3 ? wave : -wave);
            out[3 * leg + 1] += 0.3 * up;
            out[3 * leg + 2] -= 0.6 * up;
        }
        return out;
    }

    static RobotModel model(final int robot) {
        final SplittableRandom random = new SplittableRandom(robot);
        final RobotModel made = RobotModel.a1()
                .withFriction(random.nextDouble(0.3, 1.1))
                .withJointLosses(random.nextDouble(0.03), random.nextDouble(0.5));
        for (int link = 0; link < RobotModel.LINKS; link++) {
            made.massKg[link] *= random.nextDouble(0.8, 1.2);
            made.comM[3 * link] += random.nextDouble(-0.01, 0.01);
        }
        return made;
    }

    /** Places robots at a height, each leaning its own way. */
    Drill place(final double heightM, final double lean) {
        for (int i = 0; i < who.length; i++) {
            final SplittableRandom random = new SplittableRandom(1000 + who[i]);
            final double[] q = {
                1, random.nextDouble(-lean, lean), random.nextDouble(-lean, lean), random.nextDouble(-lean, lean)
            };
            batch.use(i, model(who[i]));
            batch.reset(i, new double[] {5 + 0.1 * who[i], 3, heightM}, q, POSE);
        }
        return this;
    }

    void command() {
        final BatchLayout layout = batch.layout();
        final double[] q = batch.state().q;
        for (int i = 0; i < who.length; i++) {
            final double[] wanted = target[(steps + 37 * who[i]) % PERIOD];
            int at = layout.index(i, A1.JOINTS, 0);
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                torque[at] = 55 * (wanted[joint] - q[at]);
                damping[at] = 1;
                at += layout.lanes();
            }
        }
        steps++;
    }

    Drill trot(final int count) {
        for (int i = 0; i < count; i++) {
            command();
            batch.step(torque, damping);
        }
        return this;
    }

    double[] saved(final int robot) {
        final double[] out = new double[EmbeddedSimulator.savedLength()];
        batch.saveTo(robot, out);
        for (int i = 0; i < out.length; i++) {
            out[i] += 0.0;
        }
        return out;
    }

    double heightM(final int robot) {
        return batch.state().basePosition[batch.layout().index(robot, 3, 2)];
    }
}
