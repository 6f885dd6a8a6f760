package gaitd.sim.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.engine.SimState;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Robots of a vector batch against single engines under the same calls: the same numbers, hidden impulses included. */
class BatchAgreementTest {
    private static final int ROBOTS = 2 * Lanes.N + 3;

    private static void same(final Drill expected, final Drill actual) {
        for (int robot = 0; robot < expected.batch.layout().robots(); robot++) {
            assertArrayEquals(expected.saved(robot), actual.saved(robot), "robot " + robot);
        }
    }

    private static void sameThroughout(final Drill expected, final Drill actual, final int steps) {
        same(expected, actual);
        for (int i = 0; i < steps; i++) {
            expected.trot(1);
            actual.trot(1);
            same(expected, actual);
        }
    }

    @Test
    void fallsFreely() {
        sameThroughout(
                Drill.scalars(ROBOTS, Terrain.FLAT, 1).place(3, 1),
                Drill.vectors(ROBOTS, Terrain.FLAT, 1).place(3, 1),
                200);
    }

    @Test
    void trotsForAThousandSteps() {
        final Drill vectors = Drill.vectors(ROBOTS, Terrain.FLAT, 1).place(0.3, 0.02);
        sameThroughout(Drill.scalars(ROBOTS, Terrain.FLAT, 1).place(0.3, 0.02), vectors, 1000);
        for (int robot = 0; robot < ROBOTS; robot++) {
            assertTrue(vectors.heightM(robot) > 0.15, "robot " + robot + " fell");
        }
    }

    @Test
    void tumblesAndLies() {
        final Drill vectors = Drill.vectors(ROBOTS, Terrain.FLAT, 4).place(0.5, 2);
        sameThroughout(Drill.scalars(ROBOTS, Terrain.FLAT, 4).place(0.5, 2), vectors, 1500);
        final SimState state = new SimState();
        int onTheBody = 0;
        for (int robot = 0; robot < ROBOTS; robot++) {
            vectors.batch.state().get(robot, state);
            onTheBody += state.bodyContact ? 1 : 0;
        }
        assertTrue(onTheBody > 2, onTheBody + " robots lie");
    }

    @Test
    void walksOnGroundThatDiffersFromLaneToLane() {
        final Terrain[] grounds = {Terrain.FLAT, Terrains.parse("rough:0.03", 3), Terrains.parse("rough:0.06", 1)};
        final List<Terrain> terrains = new ArrayList<>();
        for (int robot = 0; robot < ROBOTS; robot++) {
            terrains.add(grounds[robot % grounds.length]);
        }
        sameThroughout(
                Drill.scalarsOn(terrains, 1).place(0.6, 0.3),
                Drill.vectorsOn(terrains, 1).place(0.6, 0.3),
                700);
    }

    @Test
    void takesKicksNewBuildsAndResetsInMidStride() {
        final Drill expected = Drill.scalars(ROBOTS, Terrain.FLAT, 1).place(0.3, 0.02);
        final Drill actual = Drill.vectors(ROBOTS, Terrain.FLAT, 1).place(0.3, 0.02);
        for (int i = 0; i < 30; i++) {
            final int robot = i % ROBOTS;
            for (final Drill drill : List.of(expected, actual)) {
                drill.trot(20);
                drill.batch.kick(robot, new double[] {0.5, -0.3, 0.1 * i});
                drill.batch.use((robot + 5) % ROBOTS, Drill.model(100 + i));
                drill.batch.reset((robot + 9) % ROBOTS, new double[] {i, 0, 0.3}, Drill.LEVEL, Drill.POSE);
            }
            same(expected, actual);
        }
    }

    @Test
    void anglesThatNoRobotHasAreThoseOfTheSingleEngine() {
        final Drill expected = Drill.scalars(ROBOTS, Terrain.FLAT, 1).place(2, 0.01);
        final Drill actual = Drill.vectors(ROBOTS, Terrain.FLAT, 1).place(2, 0.01);
        final double[] wild = {-1e6, 0.7, 40, 1e-12, -7, 3, 1e5, -1e5, 99_999.9, 2.5e5, 0, -0.0};
        for (final Drill drill : List.of(expected, actual)) {
            drill.batch.reset(4, new double[] {0, 0, 2}, Drill.LEVEL, wild);
        }
        for (int robot = 0; robot < ROBOTS; robot++) {
            assertArrayEquals(foot(expected, robot), foot(actual, robot), "robot " + robot);
        }
    }

    private static double[] foot(final Drill drill, final int robot) {
        final SimState state = new SimState();
        drill.batch.state().get(robot, state);
        return state.footPosition;
    }

    @Test
    void aBrokenRobotBreaksNoOther() {
        final Drill healthy = Drill.vectors(ROBOTS, Terrain.FLAT, 1).place(0.3, 0.02);
        final Drill other = Drill.vectors(ROBOTS, Terrain.FLAT, 1).place(0.3, 0.02);
        other.batch.kick(1, new double[] {Double.NaN, 0, 0});
        healthy.trot(300);
        other.trot(300);
        assertTrue(Double.isNaN(other.heightM(1)));
        for (int robot = 0; robot < ROBOTS; robot++) {
            if (robot != 1) {
                assertArrayEquals(healthy.saved(robot), other.saved(robot), "robot " + robot);
            }
        }
    }

    @Test
    void aRobotIsTheSameInAnyPlaceAndCompany() {
        final Drill alone = Drill.vectorsOf(1, 7).place(0.3, 0.02).trot(600);
        final Drill among =
                Drill.vectorsOf(1, 3, 9, 2, 11, 7, 1).place(0.3, 0.02).trot(600);
        final Drill last = Drill.vectorsOf(1, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 7)
                .place(0.3, 0.02)
                .trot(600);
        final Drill fallen = Drill.vectorsOf(6, 7, 8, 9).place(0.3, 0.02).trot(600);
        assertArrayEquals(alone.saved(0), among.saved(4));
        assertArrayEquals(alone.saved(0), last.saved(11));
        assertEquals(0.25, alone.heightM(0), 0.1);
        assertEquals(3, fallen.batch.layout().robots());
    }
}
