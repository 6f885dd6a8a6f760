package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.policies.learn.Transitions;
import gaitd.sim.fault.FaultPlan;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Training steps over tiles, with episodes that end and commands that change. */
@Tag("slow")
class A1EnvAllocationTest {
    private static final int STEPS = 600;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Test
    void stepsAllocateNothing() {
        final A1Task task = TaskFile.of("a1-stage2")
                .with("episode_s = 20", "episode_s = 0.3")
                .with("resample_s = 5", "resample_s = 0.1")
                .task();
        try (A1Env env = new A1Env(task, 16, 1, FaultPlan.NONE)) {
            final Transitions transitions = Transitions.of(env);
            env.progress(1);
            env.reset(1, transitions);
            steps(env, transitions, 300);
            long least = Long.MAX_VALUE;
            for (int round = 0; round < 6 && least > 0; round++) {
                final long before = threads.getCurrentThreadAllocatedBytes();
                steps(env, transitions, STEPS);
                least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertEquals(0, least);
            assertTrue(env.quantities().episode[0] > 20);
        }
    }

    private static void steps(final A1Env env, final Transitions transitions, final int count) {
        for (int i = 0; i < count; i++) {
            for (int a = 0; a < transitions.action.length; a++) {
                transitions.action[a] = ((i * 31 + a * 17) % 21 - 10) * 0.05f;
            }
            env.step(transitions);
        }
    }
}
