package gaitd.lab.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.sim.terrain.TerrainKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The terrain command, and the page about terrains. */
class TerrainCommandTest {
    private static final Path DOCS = Path.of("../../docs");
    private static final long PICTURE_BYTES_MAX = 150_000;

    @TempDir
    private Path folder;

    @Test
    void listsEveryKind() {
        final Cli cli = Cli.run("terrain", "--list");
        assertEquals(ExitCode.OK, cli.code());
        for (final TerrainKind kind : TerrainKind.values()) {
            assertTrue(cli.out().contains(kind.form()), kind.form());
        }
    }

    @Test
    void describesSizeHeightsAndSeed() {
        final Cli cli = Cli.run("terrain", "stairs:0.1,steps=3", "--seed", "12");
        assertEquals(ExitCode.OK, cli.code());
        assertTrue(cli.out().contains("plane at 0.0 cm"), cli.out());
        assertTrue(cli.out().contains("up to 30.0 cm high"), cli.out());
        assertTrue(cli.out().contains("seed 12; heights near the start: 0.0 to 30.0 cm"), cli.out());
        assertTrue(Cli.run("terrain", "slope:20").out().contains("grid of 121 x 81 heights every 0.5 m"));
    }

    @DrawsText
    @Test
    void drawsIntoAFile() throws IOException {
        final Path file = folder.resolve("waves.png");
        assertEquals(
                ExitCode.OK,
                Cli.run("terrain", "waves:0.05", "--plot", file.toString()).code());
        assertEquals(1080, ImageIO.read(file.toFile()).getWidth());
    }

    @DrawsText
    @Test
    void drawsWhereADisplayIsNamedThatIsNotThere() throws Exception {
        final Path file = folder.resolve("flat.png");
        final ProcessBuilder program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "gaitd.robot.Main",
                        "terrain",
                        "flat",
                        "--plot",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile());
        program.environment().put("DISPLAY", ":77");
        assertEquals(ExitCode.OK, program.start().waitFor(), () -> folder.toString());
        assertTrue(Files.size(file) > 0);
    }

    @ParameterizedTest
    @CsvSource({"lava, lava", "stairs:9, 0.01 to 0.2 m", "png:/no/such.png, does not exist"})
    void refusesOtherNamesInOneLine(final String name, final String expected) {
        final String line = Cli.run("terrain", name).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(expected), line);
        final String run = Cli.run("run", "--lockstep", "--terrain", name).refusedWith(ExitCode.USAGE);
        assertTrue(run.contains("--terrain \"" + name + "\"") && run.contains(expected), run);
    }

    @Test
    void refusesNothingBothAndAFolderThatIsNotThere() {
        assertTrue(Cli.run("terrain").refusedWith(ExitCode.USAGE).contains("--list"));
        assertTrue(
                Cli.run("terrain", "flat", "--list").refusedWith(ExitCode.USAGE).contains("either"));
        final String line =
                Cli.run("terrain", "flat", "--plot", folder + "/no/x.png").refusedWith(ExitCode.USAGE);
        assertTrue(line.contains("--plot"), line);
    }

    @ParameterizedTest
    @EnumSource
    void thePageHasEveryKindItsCommandAndItsPicture(final TerrainKind kind) throws IOException {
        final String page = Files.readString(DOCS.resolve("terrains.md"));
        assertTrue(page.contains("## `" + kind.form() + "`"), kind.form());
        final String picture = "terrains/" + kind.id() + ".png";
        assertTrue(page.contains("./gaitd terrain " + kind.example() + " --plot docs/" + picture), kind.example());
        assertTrue(page.contains("](" + picture + ")"), picture);
        assertTrue(Files.size(DOCS.resolve(picture)) < PICTURE_BYTES_MAX, picture);
    }
}
