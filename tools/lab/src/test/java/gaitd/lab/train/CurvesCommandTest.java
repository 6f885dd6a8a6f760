package gaitd.lab.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurvesCommandTest {
    private static final String HEADER =
            "iteration,steps,seconds,reward,length_steps,success,kl,rate,deviation,value_error,clipped,steps_per_s"
                    + ",reward_alive,reward_fall\n";

    @TempDir
    Path folder;

    private Path training(final String name, final String... rewards) throws IOException {
        final Path made = Files.createDirectories(folder.resolve(name));
        final StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < rewards.length; i++) {
            text.append(
                    "%d,%d,%d,%s,100,0.5,0.01,1e-3,0.2,0.1,0.1,9000,3,-1%n".formatted(i + 1, i * 1000, i, rewards[i]));
        }
        Files.writeString(made.resolve("progress.csv"), text);
        return made;
    }

    @DrawsText
    @Test
    void drawsTrainingsSideBySide() throws IOException {
        final Path one = training("one", "NaN", "1", "2", "4");
        final Path other = training("other", "NaN", "NaN", "3", "3.5");
        for (final String over : new String[] {"steps", "seconds"}) {
            final Path png = folder.resolve(over + ".png");
            final Cli curves = Cli.run(
                    "curves",
                    one.toString(),
                    other.toString(),
                    "--over",
                    over,
                    "--what",
                    "length",
                    "--out",
                    png.toString());
            assertEquals(ExitCode.OK, curves.code(), curves::toString);
            assertTrue(ImageIO.read(png.toFile()).getWidth() > 500);
        }
        final Path svg = folder.resolve("c.svg");
        assertEquals(
                ExitCode.OK,
                Cli.run("curves", one.toString(), other.toString(), "--out", svg.toString())
                        .code());
        assertTrue(Files.readString(svg).contains("<svg"));
    }

    @DrawsText
    @ParameterizedTest
    @ValueSource(strings = {"reward", "length", "length_steps", "success", "kl", "value_error", "alive", "reward_fall"})
    void drawsAnyColumnAndAnyTerm(final String what) throws IOException {
        final Path svg = folder.resolve("c.svg");
        final Cli curves =
                Cli.run("curves", training("one", "1", "2").toString(), "--what", what, "--out", svg.toString());
        assertEquals(ExitCode.OK, curves.code(), curves::toString);
        assertTrue(Files.size(svg) > 2000);
    }

    @DrawsText
    @Test
    void drawsAllTermsOfOneTraining() throws IOException {
        final Path one = training("one", "1", "2");
        final Path svg = folder.resolve("c.svg");
        final Cli curves = Cli.run("curves", one.toString(), "--what", "terms", "--out", svg.toString());
        assertEquals(ExitCode.OK, curves.code(), curves::toString);
        assertTrue(Cli.run("curves", one.toString(), folder.toString(), "--what", "terms", "--out", svg.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("give one FOLDER"));
        assertTrue(Cli.run("curves", one.toString(), "--what", "charm", "--out", svg.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("no column reward_charm, expected one of iteration, steps, seconds, reward, length_steps"));
    }

    @DrawsText
    @Test
    void leavesOutHalfALine() throws IOException {
        final Path one = training("one", "1", "2");
        Files.writeString(
                one.resolve("progress.csv"), HEADER + "1,100,1,1,100,0.5,0.01,1e-3,0.2,0.1,0.1,9000,3,-1\n2,20");
        assertEquals(
                ExitCode.OK,
                Cli.run(
                                "curves",
                                one.toString(),
                                "--out",
                                folder.resolve("c.png").toString())
                        .code());
    }

    @Test
    void refusesWhatIsNoTraining() throws IOException {
        final String out = folder.resolve("c.png").toString();
        assertTrue(Cli.run("curves", folder.toString(), "--out", out)
                .refusedWith(ExitCode.USAGE)
                .contains("is not a folder of a training"));
        final Path empty = training("empty", "NaN");
        assertTrue(Cli.run("curves", empty.toString(), "--out", out)
                .refusedWith(ExitCode.USAGE)
                .contains("no iteration with a value of reward yet"));
        final Path one = training("one", "1");
        assertTrue(Cli.run("curves", one.toString(), one.toString(), "--out", out)
                .refusedWith(ExitCode.USAGE)
                .contains("two folders are called one"));
        assertTrue(Cli.run(
                        "curves",
                        one.toString(),
                        "--out",
                        folder.resolve("c.txt").toString())
                .refusedWith(ExitCode.USAGE)
                .contains(".png or .svg"));
        assertTrue(Cli.run(
                        "curves",
                        one.toString(),
                        "--out",
                        folder.resolve("no/c.png").toString())
                .refusedWith(ExitCode.USAGE)
                .contains("there is no folder"));
    }
}
