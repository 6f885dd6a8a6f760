package gaitd.sim.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import gaitd.hal.A1;
import gaitd.sim.AllocatedBytes;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.terrain.Terrain;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Same calls, same numbers; saved means saved; any worker will do; nothing allocated. */
class BatchStateTest {
    private static final int ROBOTS = 3 * Lanes.N + 1;

    private static Drill vectors() {
        return Drill.vectors(ROBOTS, Terrain.FLAT, 1).place(0.3, 0.02);
    }

    private static void same(final Drill expected, final Drill actual) {
        for (int robot = 0; robot < ROBOTS; robot++) {
            assertArrayEquals(expected.saved(robot), actual.saved(robot), "robot " + robot);
        }
    }

    @Test
    void twoBatchesGiveTheSameNumbers() {
        same(vectors().trot(800), vectors().trot(800));
    }

    @Test
    void resetForgetsEverything() {
        final Drill used = vectors().trot(777);
        used.place(0.3, 0.02);
        same(vectors(), used);
    }

    @Test
    void goesOnAfterARestoreInAnotherPlaceOrEngine() {
        final Drill first = Drill.vectorsOf(1, 5).place(0.3, 0.02).trot(500);
        final double[] middle = first.saved(0);
        final Drill other = Drill.vectorsOf(1, 1, 2, 5).place(0.3, 0.02).trot(500);
        other.batch.reset(2, new double[3], Drill.LEVEL, Drill.POSE);
        other.batch.restoreFrom(2, middle);
        assertArrayEquals(middle, other.saved(2));
        final EmbeddedSimulator single = new EmbeddedSimulator(Drill.model(5), Terrain.FLAT);
        single.restoreFrom(middle);
        final double[] torque = new double[A1.JOINTS];
        final double[] damping = new double[A1.JOINTS];
        for (int i = 0; i < 300; i++) {
            first.trot(1);
            other.trot(1);
            other.batch.layout().get(2, other.torque, torque);
            other.batch.layout().get(2, other.damping, damping);
            single.step(torque, damping);
        }
        assertArrayEquals(first.saved(0), other.saved(2));
        final double[] of = new double[EmbeddedSimulator.savedLength()];
        single.saveTo(of);
        for (int i = 0; i < of.length; i++) {
            assertEquals(first.saved(0)[i], of[i], 0, "number " + i);
        }
    }

    @Test
    void workersShareABatch() throws InterruptedException {
        final Drill alone = vectors();
        final Drill shared = vectors();
        final int groups = shared.batch.layout().groups();
        final BatchWorker[] workers = {shared.batch.worker(), shared.batch.worker()};
        for (int i = 0; i < 200; i++) {
            alone.trot(1);
            shared.command();
            final Thread other = new Thread(() -> workers[1].step(groups / 2, groups, shared.torque, shared.damping));
            other.start();
            workers[0].step(0, groups / 2, shared.torque, shared.damping);
            other.join();
        }
        same(alone, shared);
    }

    @Test
    void stepsOnlyTheGroupsAskedFor() {
        final Drill drill = vectors();
        drill.command();
        final double[] first = drill.saved(0);
        drill.batch.worker().step(1, 2, drill.torque, drill.damping);
        assertArrayEquals(first, drill.saved(0));
        assertEquals(0.001, drill.batch.state().timeS[Lanes.N], 0);
    }

    @Test
    void stepsAllocateNothing() {
        final Drill drill = vectors();
        final double[] room = new double[EmbeddedSimulator.savedLength()];
        final long bytes = AllocatedBytes.leastBytes(() -> {
            drill.trot(100_000 / ROBOTS + 1);
            drill.batch.saveTo(1, room);
            drill.batch.restoreFrom(1, room);
        });
        assertEquals(0, bytes, "bytes in 100,000 steps of a robot");
    }

    @Test
    void refusesRobotsGroupsAndArraysThatAreNotThere() {
        for (final Drill drill : new Drill[] {vectors(), Drill.scalars(ROBOTS, Terrain.FLAT, 1)}) {
            final BatchSimulator batch = drill.batch;
            final double[] three = new double[3];
            final double[] saved = new double[EmbeddedSimulator.savedLength()];
            for (final int robot : new int[] {-1, ROBOTS}) {
                refused(() -> batch.reset(robot, three, Drill.LEVEL, Drill.POSE));
                refused(() -> batch.use(robot, RobotModel.a1()));
                refused(() -> batch.kick(robot, three));
                refused(() -> batch.saveTo(robot, saved));
                refused(() -> batch.restoreFrom(robot, saved));
            }
            final int groups = batch.layout().groups();
            final BatchWorker worker = batch.worker();
            refused(() -> worker.step(-1, 1, drill.torque, drill.damping));
            refused(() -> worker.step(0, groups + 1, drill.torque, drill.damping));
            refused(() -> worker.step(0, groups, new double[11], drill.damping));
            refused(() -> batch.step(drill.torque, new double[11]));
        }
    }

    private static void refused(final Runnable call) {
        assertThrows(IndexOutOfBoundsException.class, call::run);
    }

    @Test
    void refusesSizesOutOfRange() {
        for (final int robots : new int[] {0, -1, BatchLayout.MAX_ROBOTS + 1}) {
            assertThrows(
                    IllegalArgumentException.class, () -> Batches.of(robots, RobotModel.a1(), Terrain.FLAT, 0.001));
        }
        for (final double step : new double[] {0, -0.001, 0.011, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Batches.of(1, RobotModel.a1(), Terrain.FLAT, step));
        }
        assertThrows(
                IllegalArgumentException.class,
                () -> Batches.of(RobotModel.a1(), Collections.<Terrain>emptyList(), 0.001));
        assertThrows(IllegalArgumentException.class, () -> new BatchLayout(1, 0));
    }

    @Test
    void layoutKeepsRobotsApart() {
        final BatchLayout layout = new BatchLayout(5, 2);
        assertEquals(3, layout.groups());
        assertEquals(18, layout.length(3));
        assertEquals(6 + 4 + 1, layout.index(3, 3, 2));
        final double[] array = layout.room(3);
        for (int robot = 0; robot < 5; robot++) {
            layout.put(robot, new double[] {robot, robot + 0.1, robot + 0.2}, array);
        }
        final double[] out = new double[3];
        layout.get(3, array, out);
        assertArrayEquals(new double[] {3, 3.1, 3.2}, out);
    }
}
