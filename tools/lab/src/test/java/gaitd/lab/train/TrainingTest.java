package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.NetKind;
import gaitd.policies.learn.NetPlan;
import gaitd.policies.learn.PpoSetting;
import gaitd.policies.learn.PpoSettings;
import gaitd.policies.learn.Rule;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs that are stopped, killed and damaged; CartPole and networks of a few neurons. */
class TrainingTest {
    /** Beyond the first common beginning. */
    private static final int ITERATIONS = Training.COMMON_BEGINNING + 6;

    @TempDir
    Path folder;

    private static TrainPlan plan(final NetKind kind, final Rule rule, final int iterations, final long seed) {
        final NetPlan net = NetPlan.of(kind, rule, List.of(4));
        return new TrainPlan(
                TrainTask.of("cartpole"),
                net,
                net,
                brief().twoSidedClip(rule == Rule.EP)
                        .set(PpoSetting.RATE_MAX, 1e-2)
                        .set(PpoSetting.KL_END, 0.001)
                        .build(),
                8,
                32L * iterations,
                seed,
                null,
                false,
                "train cartpole --net " + kind.key() + " --seed " + seed);
    }

    private static PpoSettings.Builder brief() {
        return PpoSettings.ppo()
                .set(PpoSetting.ROLLOUT, 4)
                .set(PpoSetting.EPOCHS, 1)
                .set(PpoSetting.MINIBATCHES, 1);
    }

    private static TrainPlan plan() {
        return plan(NetKind.LTC, Rule.EP, ITERATIONS, 3);
    }

    /** Begins with the networks of another training, which stay as they are or not. */
    private static TrainPlan transferred(final Path from, final boolean frozen) {
        final TrainPlan plan = plan();
        return new TrainPlan(
                plan.task(),
                plan.net(),
                plan.net(),
                plan.settings(),
                plan.environments(),
                320,
                3,
                from,
                frozen,
                "train cartpole");
    }

    /** Goes on until so many iterations are done in all, or the plan is. */
    private static boolean run(final TrainPlan plan, final Path out, final int iterations) throws IOException {
        try (Training training = new Training(plan, out, 2)) {
            return training.run(() -> training.learner().iteration() >= iterations, progress -> {});
        }
    }

    private byte[] uninterrupted(final TrainPlan plan) throws IOException {
        final Path out = folder.resolve("uninterrupted");
        assertTrue(run(plan, out, Integer.MAX_VALUE));
        return Files.readAllBytes(out.resolve("learned"));
    }

    private static Path copy(final Path from, final Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (final Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return to;
    }

    private static List<String> withoutTimes(final Path out) throws IOException {
        return Files.readAllLines(out.resolve("progress.csv")).stream()
                .map(line -> line.replaceFirst("^((?:[^,]*,){2})[^,]*,((?:[^,]*,){8})[^,]*,", "$1$2"))
                .toList();
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"LTC, EP", "GRU, BPTT"})
    void stoppedAndResumedGivesTheSameBits(final NetKind kind, final Rule rule) throws IOException {
        final TrainPlan plan = plan(kind, rule, ITERATIONS, 3);
        final byte[] expected = uninterrupted(plan);
        final Path out = folder.resolve("stopped");
        for (final int stop : new int[] {0, 1, 5, Training.COMMON_BEGINNING, Training.COMMON_BEGINNING + 2}) {
            assertFalse(run(plan, out, stop));
            assertFalse(Files.exists(out.resolve("learned")));
        }
        assertTrue(run(plan, out, Integer.MAX_VALUE));
        assertArrayEquals(expected, Files.readAllBytes(out.resolve("learned")));
        assertEquals(withoutTimes(folder.resolve("uninterrupted")), withoutTimes(out));
    }

    /** A kill may leave the journal and the table ahead of the checkpoint by an iteration. */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1, 7, Training.COMMON_BEGINNING - 1, Training.COMMON_BEGINNING, Training.COMMON_BEGINNING + 1})
    void killedBetweenJournalAndCheckpointLosesOneIterationAndNoBit(final int iteration) throws IOException {
        final byte[] expected = uninterrupted(plan());
        final Path out = folder.resolve("killed");
        run(plan(), out, iteration);
        final Path older = copy(out, folder.resolve("older"));
        run(plan(), out, iteration + 1);
        Files.copy(older.resolve("checkpoint"), out.resolve("checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        try (Training training = new Training(plan(), out, 1)) {
            assertEquals(iteration, training.learner().iteration());
            assertEquals(iteration, training.table().rows().size());
            assertEquals(iteration % Training.COMMON_BEGINNING, training.replays());
        }
        assertTrue(run(plan(), out, Integer.MAX_VALUE));
        assertArrayEquals(expected, Files.readAllBytes(out.resolve("learned")));
        assertEquals(withoutTimes(folder.resolve("uninterrupted")), withoutTimes(out));
    }

    @Test
    void whatIsFrozenStaysSoAfterAStop() throws IOException {
        final Path first = folder.resolve("first");
        run(plan(NetKind.LTC, Rule.EP, 3, 1), first, Integer.MAX_VALUE);
        final TrainPlan frozen = transferred(first, true);
        final TrainPlan free = transferred(first, false);
        final byte[] expected = uninterrupted(frozen);
        final Path out = folder.resolve("stopped");
        run(frozen, out, 4);
        run(frozen, out, Integer.MAX_VALUE);
        assertArrayEquals(expected, Files.readAllBytes(out.resolve("learned")));
        run(free, folder.resolve("free"), Integer.MAX_VALUE);
        assertFalse(Arrays.equals(expected, Files.readAllBytes(folder.resolve("free/learned"))));
    }

    /** Told to stop while environments are brought back, it leaves everything as it was. */
    @Test
    void stoppedWhileEnvironmentsAreBroughtBackLosesNothing() throws IOException {
        final byte[] expected = uninterrupted(plan());
        final Path out = folder.resolve("impatient");
        run(plan(), out, 9);
        final AtomicInteger asked = new AtomicInteger();
        try (Training training = new Training(plan(), out, 1)) {
            assertFalse(training.run(() -> asked.incrementAndGet() > 4, progress -> {}));
            assertEquals(9, training.learner().iteration());
        }
        assertTrue(run(plan(), out, Integer.MAX_VALUE));
        assertArrayEquals(expected, Files.readAllBytes(out.resolve("learned")));
    }

    @Test
    void halfALineOfTheTableIsCutOff() throws IOException {
        final Path out = folder.resolve("half");
        run(plan(), out, 4);
        final List<String> before = withoutTimes(out);
        Files.writeString(out.resolve("progress.csv"), "5,160,0.1,2", StandardOpenOption.APPEND);
        run(plan(), out, 4);
        assertEquals(before, withoutTimes(out));
    }

    @Test
    void aFinishedRunStaysAsItIs() throws IOException {
        final byte[] learned = uninterrupted(plan());
        assertArrayEquals(learned, uninterrupted(plan()));
        assertEquals(
                ITERATIONS + 1, withoutTimes(folder.resolve("uninterrupted")).size());
    }

    @Test
    void namesBothPlansWhenTheFolderHoldsAnother() throws IOException {
        run(plan(), folder, 1);
        final String refusal = refusal(plan(NetKind.LTC, Rule.EP, ITERATIONS, 4));
        assertTrue(refusal.contains("--seed 3") && refusal.contains("--seed 4"), refusal);
    }

    private String refusal(final TrainPlan plan) {
        final String message =
                assertThrows(ConfigException.class, () -> run(plan, folder, 3)).getMessage();
        assertEquals(1, message.lines().count(), message);
        return message;
    }

    @Test
    void aCheckpointThatIsCutOffOrChangedAnywhereIsRefused() throws IOException {
        run(plan(), folder, 2);
        final Path file = folder.resolve("checkpoint");
        final byte[] sound = Files.readAllBytes(file);
        final Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            final byte[] bad = sound.clone();
            bad[random.nextInt(bad.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            final String changed = refusal(plan());
            assertTrue(changed.contains("another folder"), changed);
            Files.write(file, Arrays.copyOf(sound, random.nextInt(sound.length)));
            final String cut = refusal(plan());
            assertTrue(cut.contains("checkpoint is damaged (it ends too soon)"), cut);
        }
        final byte[] garbage = new byte[5000];
        random.nextBytes(garbage);
        Files.write(file, garbage);
        final String refusal = refusal(plan());
        assertTrue(refusal.contains("checkpoint is of another version") && refusal.contains("another folder"), refusal);
    }

    @Test
    void aJournalThatIsCutOffOrMissingIsRefused() throws IOException {
        run(plan(), folder, 2);
        final Path file = folder.resolve("journal");
        Files.write(file, Arrays.copyOf(Files.readAllBytes(file), 200));
        final String cut = refusal(plan());
        assertTrue(cut.contains("journal ends before the checkpoint") && cut.contains("another folder"), cut);
        Files.delete(file);
        final String missing = refusal(plan());
        assertTrue(missing.contains("journal is missing"), missing);
    }

    @Test
    void aFolderBelongsToOneTrainingAtATime() throws IOException {
        try (Training first = new Training(plan(), folder, 1)) {
            final Refusal refusal = assertThrows(Refusal.class, () -> run(plan(), folder, 1));
            assertTrue(refusal.getMessage().contains("another training is at work"), refusal.getMessage());
            assertEquals(0, first.learner().iteration());
        }
        assertFalse(run(plan(), folder, 1));
    }

    /** The step size grows by half an update, until no number holds what it leads to. */
    @Test
    void endsAtTheFirstValueThatIsNoNumberAndKeepsTheIterationBefore() throws IOException {
        final TrainPlan sound = plan();
        final TrainPlan wild = new TrainPlan(
                sound.task(),
                sound.net(),
                NetPlan.of(NetKind.MLP, Rule.BPTT, List.of(4)),
                brief().set(PpoSetting.RATE_MAX, 1e38).set(PpoSetting.KL, 10).build(),
                8,
                32 * 1000,
                3,
                null,
                false,
                "train wild");
        final long failed;
        try (Training training = new Training(wild, folder, 1)) {
            assertFalse(training.run(() -> false, progress -> {}));
            failed = training.learner().iteration() + 1;
            final String failure = training.failure();
            assertTrue(failure.matches(".* is (NaN|-?Infinity) since .* iteration " + failed), failure);
            assertTrue(failed > 10 && failed < 1000, failure);
        }
        assertFalse(Files.exists(folder.resolve("learned")));
        assertEquals(failed, withoutTimes(folder).size());
        assertFalse(Files.readString(folder.resolve("progress.csv")).contains("Infinity"));
        try (Training again = new Training(wild, folder, 1)) {
            assertEquals(failed - 1, again.learner().iteration());
            assertFalse(again.run(() -> false, progress -> {}));
            assertTrue(again.failure().endsWith("iteration " + failed), again.failure());
        }
    }

    @Test
    void everyTermOfTheRewardHasAColumn() throws IOException {
        final TrainPlan pole = plan();
        final TrainPlan pendulum = new TrainPlan(
                TrainTask.of("pendulum"),
                pole.net(),
                pole.net(),
                pole.settings(),
                8,
                32 * 60,
                3,
                null,
                false,
                "train pendulum");
        assertTrue(run(pendulum, folder, Integer.MAX_VALUE));
        final CurveTable table = CurveTable.read(folder);
        assertEquals(
                List.of("reward_alive", "reward_angle_square", "reward_rate_square", "reward_torque_square"),
                table.names().subList(12, 16));
        final double[] reward = table.curve("steps", "reward")[1];
        assertTrue(reward.length > 0);
        for (int i = 0; i < reward.length; i++) {
            double sum = 0;
            for (final String name : table.names().subList(12, 16)) {
                sum += table.curve("steps", name)[1][i];
            }
            assertEquals(reward[i], sum, 0.02);
        }
    }
}
