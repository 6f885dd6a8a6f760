package gaitd.sim.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.hal.A1;
import gaitd.sim.engine.DynamicsReadout;
import gaitd.sim.engine.EmbeddedSimulator;
import gaitd.sim.engine.RobotModel;
import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Stages of a step in random states, each lane with its own robot, against the single engine's. */
class LaneStagesTest {
    private static final int ROBOTS = 3 * Lanes.N;

    private final VectorSimulator batch =
            new VectorSimulator(RobotModel.a1(), Collections.nCopies(ROBOTS, Terrain.FLAT), 0.001);
    private final LaneWorker worker = (LaneWorker) batch.worker();
    private final SimState state = new SimState();

    LaneStagesTest() {
        final SplittableRandom random = new SplittableRandom(7);
        for (int robot = 0; robot < ROBOTS; robot++) {
            batch.use(robot, Drill.model(robot));
            final double[] saved = new double[EmbeddedSimulator.savedLength()];
            saved[4] = 1;
            for (int i = 8; i < 14; i++) {
                saved[i] = random.nextDouble(-4, 4);
            }
            for (int i = 17; i < 17 + 2 * A1.JOINTS; i++) {
                saved[i] = random.nextDouble(-3, 3);
            }
            batch.restoreFrom(robot, saved);
        }
    }

    private DynamicsReadout readout(final int robot) {
        final DynamicsReadout made = new DynamicsReadout(Drill.model(robot));
        batch.state().get(robot, state);
        made.update(
                state.basePosition,
                state.baseQuaternion,
                state.baseVelocity,
                state.baseAngularVelocity,
                state.q,
                state.dq);
        return made;
    }

    private static double of(final double[] from, final int quantity, final int robot) {
        return from[quantity * Lanes.N + robot % Lanes.N];
    }

    @Test
    void massMatrix() {
        final double[] expected = new double[18 * 18];
        for (int robot = 0; robot < ROBOTS; robot++) {
            worker.place(robot / Lanes.N, batch.state());
            readout(robot).massMatrix(expected);
            final LaneMass mass = worker.mass;
            final int[] moments = {4, 7, 8, 7, 5, 9, 8, 9, 6};
            for (int i = 0; i < 3; i++) {
                assertEquals(expected[18 * i + i], of(mass.whole, 0, robot), 0);
                for (int j = 0; j < 3; j++) {
                    assertEquals(expected[18 * (3 + i) + 3 + j], of(mass.whole, moments[3 * i + j], robot), 0);
                }
            }
            assertEquals(expected[18 + 5], of(mass.whole, 1, robot), 0);
            assertEquals(expected[18 * 2 + 3], of(mass.whole, 2, robot), 0);
            assertEquals(expected[4], of(mass.whole, 3, robot), 0);
            for (int joint = 0; joint < A1.JOINTS; joint++) {
                for (int i = 0; i < 6; i++) {
                    assertEquals(expected[18 * i + 6 + joint], of(mass.coupling, 6 * joint + i, robot), 0);
                }
                final int k = joint % 3;
                for (int above = 0; above <= k; above++) {
                    assertEquals(
                            expected[18 * (6 + joint) + 6 + joint - k + above],
                            of(mass.legBlock, 6 * (joint / 3) + k * (k + 1) / 2 + above, robot),
                            0);
                }
            }
        }
    }

    @Test
    void biasForce() {
        final double[] expected = new double[18];
        for (int robot = 0; robot < ROBOTS; robot++) {
            worker.place(robot / Lanes.N, batch.state());
            readout(robot).biasForce(expected);
            for (int i = 0; i < 18; i++) {
                assertEquals(expected[i], of(worker.bias.bias, i, robot), 0, "robot " + robot + ", " + i);
            }
        }
    }

    @Test
    void feet() {
        final double[] expected = new double[3 * A1.LEGS];
        for (int robot = 0; robot < ROBOTS; robot++) {
            readout(robot).footPosition(expected);
            assertArrayEquals(expected, state.footPosition, 0);
        }
    }

    @Test
    void contactsAreThoseThatAnyLaneHas() {
        for (int robot = 0; robot < ROBOTS; robot++) {
            batch.reset(robot, new double[] {0, 0, robot == 1 ? 0.27 : 3}, Drill.LEVEL, Drill.POSE);
        }
        worker.place(0, batch.state());
        worker.contacts.find(0, batch.state());
        assertEquals(A1.LEGS, worker.contacts.count);
        for (int c = 0; c < A1.LEGS; c++) {
            for (int lane = 0; lane < Lanes.N; lane++) {
                final int s = worker.contacts.slot[c];
                assertEquals(lane == 1 ? 1 : 0, worker.contacts.present[s * Lanes.N + lane], 0);
            }
        }
    }

    @Test
    void sinesAndCosines() {
        final double[] angle = Lanes.room(3);
        final double[] sine = Lanes.room(3);
        final double[] cosine = Lanes.room(3);
        final SplittableRandom random = new SplittableRandom(3);
        for (int round = 0; round < 200; round++) {
            for (int i = 0; i < angle.length; i++) {
                angle[i] = random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-3, 5));
            }
            LaneTrig.sinCos(angle, 3, sine, cosine);
            for (int i = 0; i < angle.length; i++) {
                assertEquals(Math.sin(angle[i]), sine[i], 2e-15);
                assertEquals(Math.cos(angle[i]), cosine[i], 2e-15);
            }
            LaneTrig.sinCos(angle, sine, cosine);
            for (int i = 0; i < Lanes.N; i++) {
                assertEquals(Math.sin(angle[i]), sine[i], 2e-15);
                assertEquals(Math.cos(angle[i]), cosine[i], 2e-15);
            }
        }
        angle[0] = 1e6;
        angle[1] = Double.NaN;
        LaneTrig.sinCos(angle, sine, cosine);
        assertEquals(StrictMath.sin(1e6), sine[0], 0);
        assertEquals(StrictMath.cos(1e6), cosine[0], 0);
        assertEquals(Double.NaN, sine[1], 0);
    }
}
