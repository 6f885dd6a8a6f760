package gaitd.policies.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import gaitd.policies.learn.classic.CartPole;
import gaitd.policies.learn.classic.Pendulum;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PpoLearnerTest {
    private static final long COMPILER_WAIT_MAX_NS = 100_000_000_000L;

    private static final PpoSettings SHORT = brief().build();

    private static PpoSettings.Builder brief() {
        return PpoSettings.ppo()
                .twoSidedClip(true)
                .set(PpoSetting.ROLLOUT, 16)
                .set(PpoSetting.EPOCHS, 2)
                .set(PpoSetting.MINIBATCHES, 2);
    }

    private static PpoLearner learner(
            final NetKind kind, final Rule rule, final TaskExecutor executor, final long seed) {
        final CartPole env = new CartPole(16, false);
        final NetPlan plan = NetPlan.of(kind, rule, List.of(8));
        final PpoLearner learner = new PpoLearner(Nets.of(plan, 4, 1), Nets.of(plan, 4, 1), env, SHORT, executor, seed);
        learner.restart(seed);
        return learner;
    }

    private static void iterate(final PpoLearner learner, final int iterations) {
        for (int i = 0; i < iterations; i++) {
            learner.iterate();
        }
    }

    @Test
    void sameSeedGivesSameBitsInWhateverOrderSharesAreDone() {
        final TaskExecutor backwards = (tasks, task) -> {
            for (int i = tasks - 1; i >= 0; i--) {
                task.accept(i);
            }
        };
        final PpoLearner one = learner(NetKind.LTC, Rule.EP, TaskExecutor.SERIAL, 3);
        final PpoLearner other = learner(NetKind.LTC, Rule.EP, backwards, 3);
        final PpoLearner seeded = learner(NetKind.LTC, Rule.EP, TaskExecutor.SERIAL, 4);
        iterate(one, 5);
        iterate(other, 5);
        iterate(seeded, 5);
        assertArrayEquals(one.actor(), other.actor());
        assertFalse(Arrays.equals(one.actor(), seeded.actor()));
    }

    @ParameterizedTest
    @CsvSource({"LTC, EP", "GRU, BPTT"})
    void goesOnFromACheckpointToTheSameBits(final NetKind kind, final Rule rule) throws IOException {
        final PpoLearner whole = learner(kind, rule, TaskExecutor.SERIAL, 5);
        iterate(whole, 4);
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        whole.write(new DataOutputStream(bytes));

        final PpoLearner first = learner(kind, rule, TaskExecutor.SERIAL, 5);
        final float[][] actions = new float[4][];
        for (int i = 0; i < 4; i++) {
            first.iterate();
            actions[i] = first.actions().clone();
        }
        final PpoLearner resumed = learner(kind, rule, TaskExecutor.SERIAL, 99);
        resumed.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        resumed.reset(5);
        for (final float[] each : actions) {
            resumed.replay(each);
        }
        iterate(whole, 4);
        iterate(resumed, 4);
        assertArrayEquals(whole.actor(), resumed.actor());
        assertEquals(whole.episodes().reward(), resumed.episodes().reward());
        assertEquals(8, resumed.iteration());
    }

    @Tag("slow")
    @Test
    void stepsShrinkToTheDivergenceOfTheEnd() {
        final CartPole env = new CartPole(16, false);
        final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.EP, List.of(8));
        final PpoSettings shrinking = brief().set(PpoSetting.RATE_MAX, 1e-2)
                .set(PpoSetting.KL, 0.02)
                .set(PpoSetting.KL_END, 1e-4)
                .set(PpoSetting.DEVIATION, 0.5)
                .build();
        final PpoLearner learner =
                new PpoLearner(Nets.of(plan, 4, 1), Nets.of(plan, 4, 1), env, shrinking, TaskExecutor.SERIAL, 1);
        learner.restart(1);
        final double atFirst = meanDivergence(learner);
        learner.progress(1);
        iterate(learner, 60);
        final double atEnd = meanDivergence(learner);
        assertTrue(atFirst > 5 * atEnd, atFirst + " at first, " + atEnd + " at the end");
    }

    private static double meanDivergence(final PpoLearner learner) {
        double sum = 0;
        for (int i = 0; i < 40; i++) {
            learner.iterate();
            sum += learner.update().divergence();
        }
        return sum / 40;
    }

    @Test
    void refusesACheckpointOfAnotherNetwork() throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        learner(NetKind.LTC, Rule.EP, TaskExecutor.SERIAL, 5).write(new DataOutputStream(bytes));
        final PpoLearner other = learner(NetKind.MLP, Rule.BPTT, TaskExecutor.SERIAL, 5);
        final IOException refusal = assertThrows(
                IOException.class,
                () -> other.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()))));
        assertTrue(refusal.getMessage().contains("another task or network"), refusal.getMessage());
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"LTC, EP", "ENERGY, EP", "LTC, BPTT", "MLP, BPTT", "LSTM, BPTT", "CFC, BPTT"})
    void anIterationAllocatesNothing(final NetKind kind, final Rule rule) {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final PpoLearner learner = learner(kind, rule, TaskExecutor.SERIAL, 6);
        long least = Long.MAX_VALUE;
        // Vectors are on the heap until the compiler has been there, which takes its time on a busy machine.
        final long endNs = System.nanoTime() + COMPILER_WAIT_MAX_NS;
        while (least > 0 && System.nanoTime() < endNs) {
            final long before = threads.getCurrentThreadAllocatedBytes();
            iterate(learner, 5);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertEquals(0, least);
    }

    @Tag("slow")
    @Test
    void advantageActorCriticLearnsToo() {
        final CartPole env = new CartPole(32, false);
        final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.EP, List.of(16));
        final PpoLearner learner = new PpoLearner(
                Nets.of(plan, 4, 1),
                Nets.of(plan, 4, 1),
                env,
                PpoSettings.a2c()
                        .set(PpoSetting.RATE, 1e-2)
                        .set(PpoSetting.DEVIATION, 0.5)
                        .build(),
                TaskExecutor.SERIAL,
                2);
        learner.restart(2);
        while (learner.iteration() < 1500
                && !(learner.episodes().ended() > 100 && learner.episodes().length() > 300)) {
            learner.iterate();
        }
        assertTrue(
                learner.episodes().length() > 300,
                () -> "mean length " + learner.episodes().length());
    }

    @Tag("slow")
    @Test
    void swingsThePendulumUp() {
        final Pendulum env = new Pendulum(32, false);
        final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.EP, List.of(32));
        final PpoSettings settings = PpoSettings.ppo()
                .twoSidedClip(true)
                .set(PpoSetting.ROLLOUT, 64)
                .set(PpoSetting.EPOCHS, 8)
                .set(PpoSetting.RATE, 3e-3)
                .set(PpoSetting.KL, 0)
                .set(PpoSetting.DEVIATION, 0.5)
                .build();
        final PpoLearner learner =
                new PpoLearner(Nets.of(plan, 3, 1), Nets.of(plan, 3, 1), env, settings, TaskExecutor.SERIAL, 2);
        learner.restart(2);
        double best = 0;
        while (learner.iteration() < 400 && best < 0.85) {
            learner.iterate();
            best = Math.max(
                    best, learner.episodes().reward() / learner.episodes().length());
        }
        assertTrue(best >= 0.85, "best reward a step " + best);
    }

    /** The masked pole's two observations are the first of the whole pole's four. */
    @Test
    void holdsWhatAnEarlierTaskLearned() {
        final NetPlan plan = NetPlan.of(NetKind.LTC, Rule.EP, List.of(8));
        final Net small = Nets.of(plan, 2, 1);
        final PpoLearner first =
                new PpoLearner(small, Nets.of(plan, 2, 1), new CartPole(16, true), SHORT, TaskExecutor.SERIAL, 1);
        first.restart(1);
        iterate(first, 5);
        final Net large = Nets.of(plan, 4, 1);
        final PpoLearner then =
                new PpoLearner(large, Nets.of(plan, 4, 1), new CartPole(16, false), SHORT, TaskExecutor.SERIAL, 2);
        then.transfer(first.trained(), small, Nets.of(plan, 2, 1));
        then.freeze(small);
        final float[] before = then.actor();
        final double deviation = then.deviation();
        then.restart(2);
        iterate(then, 5);
        final boolean[] known = new boolean[before.length];
        Transfer.mark(small, large, known);
        int learned = 0;
        for (int i = 0; i < before.length; i++) {
            learned += before[i] == then.actor()[i] ? 0 : 1;
            assertTrue(!known[i] || before[i] == then.actor()[i], "parameter " + i);
        }
        assertTrue(learned >= 16, learned + " parameters learned");
        assertEquals(deviation, then.deviation());
    }

    @Test
    void refusesSizesThatDoNotFit() {
        final CartPole env = new CartPole(10, false);
        final Net net = Nets.of(NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(8)), 4, 1);
        final Net wide = Nets.of(NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(8)), 5, 1);
        assertThrows(
                IllegalArgumentException.class, () -> new PpoLearner(net, net, env, SHORT, TaskExecutor.SERIAL, 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new PpoLearner(wide, net, new CartPole(16, false), SHORT, TaskExecutor.SERIAL, 1));
    }
}
