package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.VaryPreset;
import gaitd.runtime.policy.WalkingPolicy;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Episodes begin where a task says, and environments begin anew from any seed. */
class EpisodeStartTest {
    private static final int ROBOTS = 3;

    private static EnvTask begins(final Consumer<EpisodeStart> where) {
        return new EnvTask() {
            @Override
            public WalkingPolicy[] policies(final int robot) {
                return new WalkingPolicy[0];
            }

            @Override
            public void begin(final int robot, final int episode, final long seed, final EpisodeStart start) {
                where.accept(start);
            }
        };
    }

    private static EnvPlan plan(final Config config, final Terrain terrain, final long seed, final EnvTask task) {
        return new EnvPlan(config, Collections.nCopies(ROBOTS, terrain), seed, 1, 10, task);
    }

    private static EnvBuffers walk(final WalkEnv env, final int steps) {
        final EnvBuffers rows = new EnvBuffers(ROBOTS);
        env.reset(rows);
        return walk(env, rows, steps);
    }

    private static EnvBuffers walk(final WalkEnv env, final EnvBuffers rows, final int steps) {
        for (int robot = 0; robot < ROBOTS; robot++) {
            rows.command[robot * EnvBuffers.COMMANDS] = 0.4;
        }
        for (int i = 0; i < steps; i++) {
            env.step(rows);
        }
        return rows;
    }

    @Test
    void wayIsMeasuredAlongTheHeading() {
        final EnvTask turned = begins(start -> {
            start.xM = 3;
            start.yM = -2;
            start.headingRad = 2.5;
        });
        try (WalkEnv env = new WalkEnv(plan(Config.defaults(), Terrain.FLAT, 1, turned))) {
            final EnvBuffers rows = walk(env, 300);
            assertEquals(1.1, rows.quantity(0, StepQuantity.DISTANCE), 0.2);
            env.reset(rows);
            assertEquals(0, env.ended(0).figures().driftM(), 0.1);
        }
    }

    @Test
    void goalLengthAndPatchEndEpisodes() {
        for (final EnvTask task : List.of(
                begins(start -> start.goalM = 0.5),
                begins(start -> start.steps = 170),
                begins(start -> start.maxXM = 0.5))) {
            try (WalkEnv env = new WalkEnv(plan(Config.defaults(), Terrain.FLAT, 1, task))) {
                final EnvBuffers rows = walk(env, 100);
                assertEquals(0, rows.episode[0]);
                boolean ended = false;
                for (int i = 0; i < 150 && !ended; i++) {
                    env.step(rows);
                    assertFalse(rows.terminated[0]);
                    ended = rows.truncated[0];
                }
                assertTrue(ended);
                assertEquals(0.55, rows.quantity(0, StepQuantity.DISTANCE), 0.1);
            }
        }
    }

    @Test
    void robotsStandOnTilesAnywhere() {
        final Terrain tiles = Terrains.parse("tiles:0.06", 9);
        for (int place = 0; place < 6; place++) {
            final double x = 1.37 * place - 3;
            final EnvTask task = begins(start -> {
                start.xM = x;
                start.yM = 2 * x;
                start.headingRad = x;
            });
            try (WalkEnv env = new WalkEnv(plan(Config.defaults(), tiles, 1, task))) {
                final EnvBuffers rows = new EnvBuffers(ROBOTS);
                env.reset(rows);
                for (int i = 0; i < 30; i++) {
                    env.step(rows);
                    assertFalse(rows.terminated[0], "at " + x);
                    assertTrue(rows.quantity(0, StepQuantity.VERTICAL_VELOCITY_SQUARE) < 2, "thrown up at " + x);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"stairs:0.05", "stepdown:0.05", "gaps:0.05", "slope:10", "mixed"})
    void coursesDoNotEndWhereTheyBegin(final String name) {
        final Terrain course = Terrains.parse(name, 1);
        try (WalkEnv env = new WalkEnv(plan(Config.defaults(), course, 1, EnvTask.NONE))) {
            final EnvBuffers rows = walk(env, 800);
            assertEquals(0, rows.episode[0], "an episode ended");
            assertTrue(rows.quantity(0, StepQuantity.DISTANCE) > 2.5, "way " + rows.quantity(0, StepQuantity.DISTANCE));
        }
    }

    @Test
    void aSeedBeginsAnewWhateverWasBefore() {
        final Config worn = new Config.Builder().vary(VaryPreset.WIDE, "test").conclude();
        final Terrain tiles = Terrains.parse("tiles:0.05", 9);
        final EnvBuffers fresh;
        try (WalkEnv env = new WalkEnv(plan(worn, tiles, 4, EnvTask.NONE))) {
            fresh = walk(env, 400);
        }
        try (WalkEnv env = new WalkEnv(plan(worn, tiles, 77, EnvTask.NONE))) {
            final EnvBuffers rows = walk(env, 250);
            env.reset(4, rows);
            walk(env, rows, 400);
            assertArrayEquals(fresh.target, rows.target, 0);
            assertArrayEquals(fresh.quantity, rows.quantity, 0);
            assertArrayEquals(fresh.episode, rows.episode);
        }
    }
}
