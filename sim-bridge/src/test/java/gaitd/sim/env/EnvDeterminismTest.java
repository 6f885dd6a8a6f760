package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gaitd.policies.learn.RandomStream;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.VaryPreset;
import gaitd.runtime.gait.PolicyInput;
import gaitd.runtime.gait.PolicyObservation;
import gaitd.runtime.mode.Mode;
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

    private static EnvBuffers run(final int robots, final long seed, final int threads, final int steps) {
        return run(robots, seed, threads, steps, EmbeddedGroup::new, EmbeddedGroup.ROBOTS);
    }

    private static EnvBuffers run(
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
        try (WalkEnv env =
                new WalkEnv(new EnvPlan(WORN, terrains, seed, threads, Mode.WALK, 0.4), physics, groupSize)) {
            env.reset(rows);
            for (int i = 0; i < steps; i++) {
                for (int r = 0; r < robots; r++) {
                    final RandomStream random = new RandomStream(1000L * r + i);
                    rows.command[3 * r] = 0.5 * random.nextDouble();
                    for (int a = 0; a < PolicyInput.ACTIONS; a++) {
                        rows.action[r * PolicyInput.ACTIONS + a] = (float) (2 * random.nextDouble() - 1);
                    }
                }
                env.step(rows);
            }
        }
        return rows;
    }

    private static float[] row(final EnvBuffers rows, final int robot) {
        return Arrays.copyOfRange(
                rows.observation, robot * PolicyObservation.LENGTH, (robot + 1) * PolicyObservation.LENGTH);
    }

    @Test
    void threadsMakeNoDifference() {
        final EnvBuffers one = run(20, 3, 1, 130);
        for (final int threads : new int[] {2, 3}) {
            final EnvBuffers several = run(20, 3, threads, 130);
            assertArrayEquals(one.observation, several.observation);
            assertArrayEquals(one.finalObservation, several.finalObservation);
            assertArrayEquals(one.term, several.term);
            assertArrayEquals(one.episode, several.episode);
        }
    }

    @Test
    void aRobotDoesNotDependOnTheOthers() {
        final EnvBuffers few = run(3, 3, 1, 130);
        final EnvBuffers many = run(12, 3, 1, 130);
        for (int robot = 0; robot < 3; robot++) {
            assertArrayEquals(row(few, robot), row(many, robot), "robot " + robot);
        }
    }

    @Test
    void lanesOfABatchAreSingleEngines() {
        final EnvBuffers batch = run(11, 3, 2, 130, BatchGroup::new, BatchGroup.ROBOTS);
        final EnvBuffers single = run(11, 3, 1, 130, EmbeddedGroup::new, 3);
        assertArrayEquals(single.observation, batch.observation, 0);
        assertArrayEquals(single.term, batch.term, 0);
    }

    @Test
    void robotsAndSeedsDiffer() {
        final EnvBuffers rows = run(3, 3, 1, 5);
        assertFalse(Arrays.equals(row(rows, 0), row(rows, 2)));
        assertFalse(Arrays.equals(row(rows, 0), row(run(1, 4, 1, 5), 0)));
    }
}
