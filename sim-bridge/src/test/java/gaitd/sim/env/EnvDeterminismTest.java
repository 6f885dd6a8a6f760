package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.VaryPreset;
import gaitd.runtime.gait.PolicyInput;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same seed gives the same bits, and no robot knows of another. Episodes of 0.4 s, so that many end. */
class EnvDeterminismTest {
    private static final Config WORN =
            new Config.Builder().vary(VaryPreset.WIDE, "test").conclude();
    private static final Terrain ROUGH = Terrains.parse("rough:0.03", 5);

    /** What came of some steps. */
    private record Run(EnvBuffers rows, SteeredRobots robots) {}

    private static Run run(final int robots, final long seed, final int threads, final int steps) {
        return run(robots, seed, threads, steps, EmbeddedGroup::new, EmbeddedGroup.ROBOTS);
    }

    private static Run run(
            final int robots,
            final long seed,
            final int threads,
            final int steps,
            final PhysicsMaker physics,
            final int groupSize) {
        final EnvBuffers rows = new EnvBuffers(robots);
        final List<Terrain> terrains = new ArrayList<>();
        for (int i = 0; i < robots; i++) {
            terrains.add(i % 2 == 0 ? Terrain.FLAT : ROUGH);
        }
        final SteeredRobots steered = new SteeredRobots(WORN, robots);
        try (WalkEnv env = new WalkEnv(new EnvPlan(WORN, terrains, seed, threads, 0.4, steered), physics, groupSize)) {
            env.reset(rows);
            for (int i = 0; i < steps; i++) {
                for (int r = 0; r < robots; r++) {
                    final RandomStream random = new RandomStream(1000L * r + i);
                    rows.command[3 * r] = 0.5 * random.nextDouble();
                    for (int a = 0; a < PolicyInput.ACTIONS; a++) {
                        steered.action[r * PolicyInput.ACTIONS + a] = (float) (2 * random.nextDouble() - 1);
                    }
                }
                env.step(rows);
            }
        }
        return new Run(rows, steered);
    }

    private static float[] row(final Run run, final int robot) {
        return Arrays.copyOfRange(
                run.robots.observation, robot * SteeredRobots.OBSERVATIONS, (robot + 1) * SteeredRobots.OBSERVATIONS);
    }

    @Test
    void threadsMakeNoDifference() {
        final Run one = run(20, 3, 1, 130);
        for (final int threads : new int[] {2, 3}) {
            final Run several = run(20, 3, threads, 130);
            assertArrayEquals(one.robots.observation, several.robots.observation);
            assertArrayEquals(one.robots.finalObservation, several.robots.finalObservation);
            assertArrayEquals(one.rows.target, several.rows.target);
            assertArrayEquals(one.rows.quantity, several.rows.quantity);
            assertArrayEquals(one.rows.episode, several.rows.episode);
        }
    }

    @Test
    void aRobotDoesNotDependOnTheOthers() {
        final Run few = run(3, 3, 1, 130);
        final Run many = run(12, 3, 1, 130);
        for (int robot = 0; robot < 3; robot++) {
            assertArrayEquals(row(few, robot), row(many, robot), "robot " + robot);
        }
    }

    @Test
    void lanesOfABatchAreSingleEngines() {
        final Run batch = run(11, 3, 2, 130, BatchGroup::new, BatchGroup.ROBOTS);
        final Run single = run(11, 3, 1, 130, EmbeddedGroup::new, 3);
        assertArrayEquals(single.robots.observation, batch.robots.observation, 0);
        assertArrayEquals(single.rows.quantity, batch.rows.quantity, 0);
    }

    @Test
    void robotsAndSeedsDiffer() {
        final Run rows = run(3, 3, 1, 5);
        assertFalse(Arrays.equals(row(rows, 0), row(rows, 2)));
        assertFalse(Arrays.equals(row(rows, 0), row(run(1, 4, 1, 5), 0)));
    }
}
