package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.sim.engine.Simulator;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvThreadsTest {
    private static final int GROUP = 8;

    private static final class Broken extends ArithmeticException {
        private static final long serialVersionUID = 1L;
    }

    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("gaitd-worker"))
                .toList();
    }

    /** Physics whose group of fewer robots breaks in a given step. */
    private static PhysicsMaker breaking(final RuntimeException thrown, final int size) {
        return (terrains, timeStepS) -> {
            final GroupPhysics good = new EmbeddedGroup(terrains, timeStepS);
            return new GroupPhysics() {
                private int steps;

                @Override
                public Simulator robot(final int robot) {
                    return good.robot(robot);
                }

                @Override
                public void step(final double[][] torqueNm, final double[][] dampingNmSRad) {
                    steps++;
                    if (steps == 15 && terrains.size() == size) {
                        throw thrown;
                    }
                    good.step(torqueNm, dampingNmSRad);
                }
            };
        };
    }

    @Test
    void anExceptionReachesTheCallerAndEndsTheThreads() {
        final Broken broken = new Broken();
        final EnvBuffers rows = new EnvBuffers(3 * GROUP + 1);
        try (WalkEnv env =
                new WalkEnv(EnvPlan.flat(Config.defaults(), rows.robots, 1, 3), breaking(broken, 1), GROUP)) {
            env.reset(rows);
            env.step(rows);
            final IllegalStateException e = assertThrows(IllegalStateException.class, () -> env.step(rows));
            assertSame(broken, e.getCause());
            assertTrue(threads().isEmpty(), threads().toString());
            final IllegalStateException again = assertThrows(IllegalStateException.class, () -> env.step(rows));
            assertTrue(again.getMessage().contains("closed"), again.getMessage());
            assertSame(broken, again.getCause());
        }
    }

    @Test
    void closingEndsTheThreadsAndRefusesSteps() {
        final EnvBuffers rows = new EnvBuffers(2 * GROUP);
        final WalkEnv env = new WalkEnv(EnvPlan.flat(Config.defaults(), rows.robots, 1, 2));
        env.reset(rows);
        assertEquals(1, threads().size());
        env.close();
        assertTrue(threads().isEmpty(), threads().toString());
        env.close();
        assertThrows(IllegalStateException.class, () -> env.step(rows));
    }

    @Test
    void refusesEmptyGroups() {
        final EnvPlan plan = EnvPlan.flat(Config.defaults(), 2, 1, 1);
        assertThrows(IllegalArgumentException.class, () -> new WalkEnv(plan, EmbeddedGroup::new, 0));
    }

    @Test
    void refusesBuffersOfAnotherSize() {
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(Config.defaults(), 2, 1, 1))) {
            assertThrows(IllegalArgumentException.class, () -> env.reset(new EnvBuffers(3)));
        }
    }

    @Test
    void stepsWhileTheCallerIsInterrupted() {
        final EnvBuffers rows = new EnvBuffers(2 * GROUP);
        try (WalkEnv env = new WalkEnv(EnvPlan.flat(Config.defaults(), rows.robots, 1, 2))) {
            Thread.currentThread().interrupt();
            env.reset(rows);
            env.step(rows);
            assertTrue(Thread.interrupted());
            assertFalse(rows.terminated[0]);
        }
    }
}
