package gaitd.sim.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.VaryPreset;
import gaitd.sim.terrain.Terrain;
import java.lang.management.ManagementFactory;
import java.util.Collections;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class EnvAllocationTest {
    /** Of 16 robots with five control ticks each: over 100,000 ticks of the controller and 200,000 of physics. */
    private static final int POLICY_STEPS = 1300;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Tag("slow")
    @Test
    void stepsAndResetsAllocateNothingInAnyThread() {
        final Config worn = new Config.Builder().vary(VaryPreset.WIDE, "test").conclude();
        final EnvBuffers rows = new EnvBuffers(16);
        try (WalkEnv env = new WalkEnv(new EnvPlan(worn, Collections.nCopies(16, Terrain.FLAT), 7, 2, 0.1))) {
            final long[] ids = env.threadIds();
            assertEquals(1, ids.length);
            env.reset(rows);
            steps(env, rows, 500);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 5 && least > 0; round++) {
                final long before = bytes(ids);
                steps(env, rows, POLICY_STEPS);
                least = Math.min(least, bytes(ids) - before);
            }
            assertEquals(0, least);
        }
        assertTrue(rows.episode[0] > 100);
    }

    private static void steps(final WalkEnv env, final EnvBuffers rows, final int count) {
        for (int i = 0; i < count; i++) {
            env.step(rows);
        }
    }

    private long bytes(final long[] ids) {
        long sum = threads.getCurrentThreadAllocatedBytes();
        for (final long id : ids) {
            sum += threads.getThreadAllocatedBytes(id);
        }
        return sum;
    }
}
