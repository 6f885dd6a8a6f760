package gaitd.lab.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import gaitd.lab.image.DrawsText;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import gaitd.sim.Engine;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Evaluations of textbook tasks by trainings of a few iterations. */
class ClassicEvalTest {
    @TempDir
    static Path folder;

    @BeforeAll
    static void train() {
        train("cartpole", "pole", "gru");
        train("cartpole", "other", "mlp");
        train("pendulum-masked", "swing", "mlp");
    }

    private static void train(final String task, final String out, final String net) {
        final Cli run = Cli.run(("train " + task + " --learner bptt --net " + net
                        + " --hidden 8 --environments 8 --rollout 64 --steps 4096 --no-view --out "
                        + folder.resolve(out))
                .split(" "));
        assertEquals(ExitCode.OK, run.code(), run.err());
    }

    private static Cli run(final String task, final String more) {
        return Cli.run(("eval --task " + task + " " + more.replace("@", folder + "/"))
                .strip()
                .split(" "));
    }

    private static JsonDocument eval(final String task, final String more) throws IOException {
        final Path json = folder.resolve("eval.json");
        final Cli run = run(task, more + " --json " + json);
        assertEquals(ExitCode.OK, run.code(), run.err());
        return JsonDocument.of(json);
    }

    @Test
    void showsPoliciesSideBySide() throws IOException {
        final JsonDocument both = eval("cartpole", "@pole @other --episodes 5 --seeds 2");
        assertEquals(10, both.number("episodes"));
        assertEquals(2, both.number("cases"));
        assertEquals("pole", both.text("policy"));
        assertEquals("other", both.text("case2_policy"));
        assertEquals(both.at("return"), both.at("case1_return"));
        assertNotEquals(both.at("case1_return"), both.at("case2_return"));
        /* 1 a step, and a success is an episode of 500 */
        assertEquals(both.number("return"), both.number("length_steps"), 1e-9);
        assertEquals(both.number("return"), both.number("reward_alive"), 1e-9);
        assertTrue(both.number("success") >= 0 && both.number("return_least") <= both.number("return"));
        assertEquals(2, both.size("return_ci95"));
        final JsonDocument alone = eval("cartpole", "@other --episodes 5 --seeds 2");
        assertEquals(both.at("case2_return"), alone.at("return"));
    }

    @Test
    void sameSeedSameFiguresWhateverTheThreads() throws IOException {
        final JsonDocument one = eval("cartpole", "@pole --episodes 5 --seeds 3 --threads 1");
        final JsonDocument two = eval("cartpole", "@pole --episodes 5 --seeds 3 --threads 2");
        assertEquals(one, two);
        assertNotEquals(
                one.at("return"),
                eval("cartpole", "@pole --episodes 5 --seeds 3 --seed 2").at("return"));
    }

    @Test
    void trainsAndRunsInMujocoToo() throws IOException {
        try {
            Engine.library();
        } catch (final IOException e) {
            abort("skipped: " + e.getMessage());
        }
        train("half-cheetah-masked", "runner", "mlp --engine mujoco");
        final JsonDocument mujoco = eval("half-cheetah-masked", "@runner --episodes 2 --engine mujoco");
        final JsonDocument embedded = eval("half-cheetah-masked", "@runner --episodes 2");
        assertEquals("mujoco", mujoco.text("engine"));
        assertEquals("embedded", embedded.text("engine"));
        assertEquals(1000, mujoco.number("length_steps"));
        final String other = Cli.run(("train half-cheetah-masked --learner bptt --net mlp --hidden 8 --environments 8"
                                + " --rollout 64 --steps 4096 --no-view --out " + folder.resolve("runner"))
                        .split(" "))
                .refusedWith(ExitCode.USAGE);
        assertTrue(other.contains("--engine mujoco"), other);
    }

    @Test
    void whereNothingIsLostThereIsNoSuccessAndEpisodesAreWhole() throws IOException {
        final JsonDocument swing = eval("pendulum-masked", "@swing --episodes 4");
        assertFalse(swing.has("success"));
        assertEquals(200, swing.number("length_steps"));
        final double terms = swing.number("reward_alive")
                + swing.number("reward_angle_square")
                + swing.number("reward_rate_square")
                + swing.number("reward_torque_square");
        assertEquals(swing.number("return"), terms, 1e-3);
        assertFalse(run("pendulum-masked", "@swing --episodes 1").out().contains("success"));
    }

    @DrawsText
    @Test
    void filmsTheFirstEpisode() throws IOException {
        final Path film = folder.resolve("film.png");
        final Cli run = run("pendulum-masked", "@swing --episodes 1 --video " + film);
        assertEquals(ExitCode.OK, run.code(), run.err());
        assertTrue(run.out().contains(film + ": the first episode, 200 pictures, 20 a second, return "), run.out());
        final BufferedImage first = ImageIO.read(film.toFile());
        assertEquals(480, first.getWidth());
        assertEquals(270, first.getHeight());
        /* the rod's hinge, and paper beside it at the height of a cart's rail */
        assertNotEquals(Color.WHITE.getRGB(), first.getRGB(240, 135));
        assertEquals(Color.WHITE.getRGB(), first.getRGB(10, 135));
    }

    @DrawsText
    @Test
    void refusesFilmsThatCannotBeMade() {
        final String kind = run("cartpole", "@pole --video @film.gif").refusedWith(ExitCode.USAGE);
        assertTrue(kind.contains("expected a name that ends in .png"), kind);
        final String robot = Cli.run("eval", "--baseline", "--video", "x.png").refusedWith(ExitCode.USAGE);
        assertTrue(robot.contains("--video films textbook tasks"), robot);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "baseline",
                "terrain flat",
                "reward a1-stage1",
                "distance 3",
                "limit 3",
                "vary mild",
                "push 0.5:5",
                "payload 3",
                "weak 0.8",
                "noise 2",
                "case ice",
                "apart",
                "vx 0.3",
                "plot x",
                "on local"
            })
    void refusesWhatBelongsToRobots(final String option) {
        final String line = run("cartpole", "@pole --" + option).refusedWith(ExitCode.USAGE);
        final String flag = List.of(option.split(" ")).getFirst();
        assertTrue(line.contains("--" + flag + " is of no use to the textbook task cartpole: leave it out"), line);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cartpole||no policy to evaluate: give the folder of a finished 'gaitd train cartpole'",
                "cartpole|@nowhere|no finished training of a textbook task is there",
                "cartpole|@swing|does not fit task cartpole: learned with 2 observations and 1 actions, the task has 4 and 1",
                "cartpole-masked|@swing|observation 1 was angle_cosine and is position now; expected a training of cartpole-masked",
                "cartpole|@pole --episodes 0|--episodes = 0 is out of range",
                "cartpole|@pole --episodes 10001|--episodes = 10001 is out of range",
                "cartpole|@pole --seeds 0|--seeds = 0 is out of range",
                "cartpole|@pole --engine mujoco|--engine mujoco: cartpole is a formula, which no engine moves; expected double-pendulum",
                "cartpole|@pole --engine bullet|--engine bullet is not a physics engine",
                "cartpole|@pole --course|--task contradicts --course",
            })
    void refusesInOneLine(final String task, final String more, final String expected) {
        final String line = run(task, more == null ? "" : more).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(expected), line);
    }

    @Test
    void refusesADamagedTraining() throws IOException {
        final Path damaged = Files.createDirectories(folder.resolve("damaged"));
        final byte[] learned = Files.readAllBytes(folder.resolve("pole/learned"));
        learned[learned.length / 2] ^= 1;
        Files.write(damaged.resolve("learned"), learned);
        final String line = run("cartpole", "@damaged").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("is damaged"), line);
    }
}
