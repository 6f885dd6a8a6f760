package gaitd.lab.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.sim.task.A1Task;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepCommandTest {
    private static final String TINY =
            "--learner bptt --net mlp --hidden 4 --environments 8 --rollout 16 --epochs 1 --minibatches 1";

    @TempDir
    Path folder;

    private Cli sweep(final String out, final String task, final String more) {
        final List<String> arguments = new ArrayList<>(List.of("sweep", task));
        arguments.addAll(List.of((TINY + " " + more).split(" ", 0)));
        arguments.addAll(List.of("--out", folder.resolve(out).toString()));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private Cli done(final String out, final String more) {
        final Cli run = sweep(out, "cartpole", "--steps 2048 " + more);
        assertEquals(ExitCode.OK, run.code(), run.err());
        return run;
    }

    private String json(final String out) throws IOException {
        return Files.readString(folder.resolve(out).resolve("sweep.json"));
    }

    @Test
    @Tag("slow")
    void threadsAndInterruptionsChangeNothing() throws IOException {
        final String what = "--grid rate=0.001,0.003 --grid kl=0,0.02 --seeds 2 --halving --rungs 2";
        final String table = done("one", what + " --threads 1").out();
        assertEquals(table, done("two", what + " --threads 2").out());
        assertEquals(json("one"), json("two"));
        final Path file = folder.resolve("two").resolve(SweepFile.NAME);
        final List<String> lines = Files.readAllLines(file);
        assertEquals(1 + 8 + 4, lines.size());
        Files.writeString(
                file,
                String.join("\n", lines.subList(0, 5)) + "\n" + lines.get(5).substring(0, 40));
        final Cli again = done("two", what + " --threads 1");
        assertEquals("goes on after 4 of 12 trainings" + System.lineSeparator() + table, again.out());
        assertEquals(json("one"), json("two"));
        assertTrue(Files.exists(folder.resolve("one").resolve("curves.png"))
                || again.err().contains("picture"));
    }

    @Test
    @Tag("slow")
    void anotherSweepInTheFolderIsRefusedByWhatDiffers() {
        done("one", "--grid rate=0.001");
        final String line = sweep("one", "cartpole", "--steps 2048 --grid rate=0.001 --seed 2")
                .refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("seed is 1 there and 2 here"), line);
    }

    @Test
    @Tag("slow")
    void longerTrainingBeginsWithTheShorterOne() {
        final ArrayList<String> arguments = new ArrayList<>(List.of("cartpole"));
        arguments.addAll(List.of((TINY + " --steps 6400").split(" ", 0)));
        final TrialEnd whole = new TrialUnit(arguments, null, null, 3, 50).answer();
        final TrialEnd part = new TrialUnit(arguments, null, null, 3, 25).answer();
        assertEquals(25, part.iterations());
        assertEquals(50, whole.iterations());
        assertTrue(part.curveSteps().length > 10);
        assertArrayEquals(part.curveSteps(), Arrays.copyOf(whole.curveSteps(), part.curveSteps().length));
        assertArrayEquals(part.curveReward(), Arrays.copyOf(whole.curveReward(), part.curveReward().length));
    }

    @Test
    @Tag("slow")
    void unitSentElsewhereGivesTheSamePolicy() {
        final A1Task task = A1Task.of("a1-stage1");
        final ArrayList<String> arguments = new ArrayList<>(List.of("not-a-file-there.toml"));
        arguments.addAll(List.of((TINY + " --steps 256").split(" ", 0)));
        final TrialUnit unit = new TrialUnit(arguments, task.text(), task.name(), 1, 2);
        final TrialEnd here = unit.answer();
        final TrialEnd there = sent(sent(unit).answer());
        assertArrayEquals(here.bundle(), there.bundle());
        assertArrayEquals(here.curveReward(), there.curveReward());
        assertEquals(here.reward(), there.reward());
        assertFalse(here.bundle().length == 0);
    }

    @SuppressWarnings("unchecked")
    private static <T> T sent(final T value) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
            out.flush();
            return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
        } catch (final IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    @Tag("slow")
    void failedTrainingsAreLast() {
        final String[] lines = done("wild", "--rate-max 1e30 --kl 0 --grid rate=1e30,0.001")
                .out()
                .split("\\R", 0);
        assertTrue(lines[1].startsWith("2 "), lines[1]);
        assertTrue(lines[2].contains("failed: "), lines[2]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seeds 2 | nothing says what to try",
                "--grid rate=0.1 --random 2 --range rate=0.1..0.2 | nothing says what to try",
                "--grid speed=1,2 | train has no option --speed",
                "--grid seed=1,2 | train has no option --seed",
                "--grid rate=0.1..0.2 | a grid has no ranges",
                "--grid rate=0.1,0.1 | with different values",
                "--grid rate= | with different values",
                "--grid rate=fast | 'fast'",
                "--grid rate=0.001,1e40 | the trial rate=1e40: --rate",
                "--grid net=mlp,brain | the trial net=brain: --net brain",
                "--grid environments=8,7 --grid minibatches=2 | the trial environments=7 minibatches=2: ",
                "--grid memory=perhaps | expected true or false",
                "--grid rate=0.1 --grid rate=0.2 | is given twice",
                "--random 3 | nothing to draw from",
                "--range rate=0.1..0.2 --grid kl=0,0.1 | only --random N draws",
                "--random 0 --range rate=0.1..0.2 | --random = 0 is out of range",
                "--random 3 --range rate=0.2..0.1 | the smaller number first",
                "--random 3 --range rate=0..0.1:log | has no logarithm",
                "--random 3 --range hidden=4..5 | only 2 different trials",
                "--grid rate=0.001,0.002 --rungs 2 | --rungs: expected --halving",
                "--grid rate=0.001 --halving | 1 trials are too few",
                "--grid rate=0.001,0.002 --halving --eta 4 | --eta = 4 is out of range",
                "--grid rate=0.001,0.002 --halving --eta 1 | --eta = 1 is out of range",
                "--grid rate=0.001,0.002 --halving --rungs 3 | --rungs = 3 is out of range: expected 2 to 2",
                "--grid steps=100,200 --halving | --halving decides about steps",
                "--grid rate=0.001 --seeds 0 | --seeds = 0",
                "--grid rate=0.001 --seeds 1001 | --seeds = 1001",
                "--grid rate=0.001 --threads 0 | --threads = 0",
                "--grid rate=0.001 --threads 257 | --threads = 257"
            })
    void refusesBeforeAnythingRuns(final String more, final String why) {
        final String line = sweep("refused", "cartpole", more).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(why), line);
        assertFalse(Files.exists(folder.resolve("refused")));
    }

    @Test
    void halvingIsOfWholePlans() {
        final Halving halving = new Halving(3, 3);
        assertEquals(List.of(9, 3, 1), List.of(halving.kept(9, 0), halving.kept(9, 1), halving.kept(9, 2)));
        assertEquals(
                List.of(12L, 34L, 100L),
                List.of(halving.iterations(100, 0), halving.iterations(100, 1), halving.iterations(100, 2)));
        assertEquals(3, Halving.most(9, 3));
        assertEquals(2, Halving.most(8, 3));
        assertEquals(4, Halving.usual(1000, 3));
    }

    @Test
    void drawsAreThoseOfTheirSeed() {
        final List<Axis> axes = List.of(
                Axis.parse("--range", "rate=1e-4..1e-2:log", true, TrialLine.options()),
                Axis.parse("--range", "rollout=8..32", true, TrialLine.options()),
                Axis.parse("--range", "net=mlp,gru", true, TrialLine.options()));
        final List<Variant> drawn = Variants.random(axes, 200, 7);
        assertEquals(drawn, Variants.random(axes, 200, 7));
        assertFalse(drawn.equals(Variants.random(axes, 200, 8)));
        long low = 0;
        for (final Variant variant : drawn) {
            final double rate = Double.parseDouble(variant.values().get("rate"));
            assertTrue(rate >= 1e-4 && rate <= 1e-2, variant.text());
            final int rollout = Integer.parseInt(variant.values().get("rollout"));
            assertTrue(rollout >= 8 && rollout <= 32, variant.text());
            low += rate < 1e-3 ? 1 : 0;
        }
        assertTrue(low > 70 && low < 130, "about half are below the middle of the logarithms: " + low);
    }
}
