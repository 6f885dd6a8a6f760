package gaitd.bench.estimator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.Glyphs;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EstimatorBenchTest {
    @TempDir
    Path folder;

    /** The simulated recording as a file gives the errors that it gave without one, to the digits of the file. */
    @Test
    void aRecordingWrittenAndReadAgainHasTheSameErrors() throws Exception {
        final Path csv = folder.resolve("walk.csv");
        final Path made = folder.resolve("made.json");
        final Path read = folder.resolve("read.json");
        final Cli first =
                Cli.run("bench", "estimator", "--seconds", "6", "--out", csv.toString(), "--json", made.toString());
        assertEquals(ExitCode.OK, first.code(), first.err());
        final Path png = folder.resolve("walk.png");
        final Cli second = Cli.run(
                "bench",
                "estimator",
                csv.toString(),
                "--robot",
                "a1",
                "--plot",
                png.toString(),
                "--json",
                read.toString());
        assertEquals(ExitCode.OK, second.code(), second.err());
        for (final String key : new String[] {"forward_rms_m_s", "left_rms_m_s", "forward_scale", "drift_m_per_m"}) {
            assertEquals(
                    JsonDocument.of(made).number(key), JsonDocument.of(read).number(key), 2e-4, key);
        }
        assertEquals(Glyphs.missing() == null, Files.exists(png));
        assertTrue(!Files.exists(png) || Files.size(png) > 10_000);
        assertTrue(second.out().contains("legs of A1, orientation by the IMU"), second.out());
    }

    /** With every error of real sensors, and with what a real swing shows beside. */
    @Test
    void theVelocityOfASimulatedWalkIsKnownToTwoCentimetresASecond() throws Exception {
        final Path json = folder.resolve("walk.json");
        final Cli run = Cli.run(
                "bench",
                "estimator",
                "--vary",
                "sensors",
                "--swing-torques",
                "--seconds",
                "8",
                "--json",
                json.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        final JsonDocument errors = JsonDocument.of(json);
        for (final String axis : new String[] {"forward", "left"}) {
            assertTrue(errors.number(axis + "_rms_m_s") < 0.02, run.out());
            assertEquals(0, errors.number(axis + "_bias_m_s"), 0.008, run.out());
        }
        assertEquals(1, errors.number("forward_way_ratio"), 0.03, run.out());
        assertTrue(errors.number("height_rms_m") < 0.005, run.out());
    }

    @Test
    void refusesWhatDoesNotFitTogether() throws Exception {
        final Path file = Files.createFile(folder.resolve("some.csv"));
        assertTrue(Cli.run(
                        "bench",
                        "estimator",
                        file.toString(),
                        "--out",
                        folder.resolve("x.csv").toString())
                .refusedWith(ExitCode.USAGE)
                .contains("--out writes the simulated recording"));
        assertTrue(Cli.run("bench", "estimator", "--marker", "0,0")
                .refusedWith(ExitCode.USAGE)
                .contains("--marker has 2 numbers"));
        assertTrue(Cli.run("bench", "estimator", "--robot", "spot")
                .refusedWith(ExitCode.USAGE)
                .contains("spot"));
        assertTrue(Cli.run("bench", "estimator", "--contact-delay", "201")
                .refusedWith(ExitCode.USAGE)
                .contains("--contact-delay = 201 is out of range: expected 0 to 200 ms"));
    }
}
