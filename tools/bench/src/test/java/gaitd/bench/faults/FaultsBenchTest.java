package gaitd.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.text.JsonWriter;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.testing.JsonDocument;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultsBenchTest {
    @TempDir
    Path folder;

    private JsonDocument run(final String... options) throws Exception {
        final Path json = folder.resolve("faults.json");
        final String[] line = new String[options.length + 4];
        line[0] = "bench";
        line[1] = "faults";
        System.arraycopy(options, 0, line, 2, options.length);
        line[line.length - 2] = "--json";
        line[line.length - 1] = json.toString();
        final Cli run = Cli.run(line);
        assertEquals(ExitCode.OK, run.code(), run::toString);
        return JsonDocument.of(json);
    }

    @Tag("slow")
    @Test
    void theShortCampaignGetsEveryRobotToItsFaultAndKeepsCommandsWithinLimits() throws Exception {
        final JsonDocument result = run("--short");
        assertTrue(result.number("runs") > 40, result.toString());
        assertEquals(0, result.size("stranded"));
        assertEquals(0, result.number("commands_beyond"));
        assertTrue(result.number("noticed") > 10, result.toString());
    }

    @Test
    void aStaleStateIsNoticedAndTheSameLineGivesTheSameResult() throws Exception {
        final String[] options = {"--short", "--cells", "state.lost trot 1"};
        final JsonDocument first = run(options);
        final JsonDocument outcome = first.at("outcomes", 0);
        assertEquals("STATE_STALE", outcome.text("detected"));
        assertEquals("DAMP", outcome.text("reaction"));
        assertTrue(outcome.number("detectionMs") > 55 && outcome.number("detectionMs") < 70);
        assertEquals(first, run(options));
    }

    /** Its tilt frozen at 8 deg the robot tipped over and was driven on its back. */
    @Test
    void aRobotWhoseImuFreezesInAPaceSitsDownOnItsFeet() throws Exception {
        final JsonDocument outcome = run("--cells", "imu.stuck pace 1").at("outcomes", 0);
        assertEquals("IMU_FROZEN", outcome.text("detected"));
        assertEquals("lying", outcome.text("endPose"));
        assertFalse(outcome.flag("fell"));
        assertFalse(outcome.flag("drivenLying"));
    }

    @ParameterizedTest
    @CsvSource({"off, true", "stuck, true", "garbage, true", "scale, true", "burst, false"})
    void aRobotStandsWhoseOperatorSaysNothingThatCounts(final String type, final boolean lost) throws Exception {
        final JsonDocument outcome =
                run("--short", "--cells", "operator." + type + " trot 1").at("outcomes", 0);
        assertEquals(lost ? "OPERATOR_LOST" : "", outcome.text("detected"));
        assertEquals(lost ? "STOP_WALKING" : "", outcome.text("reaction"));
        assertEquals(lost ? "STAND" : "WALK", outcome.text("endMode"));
    }

    @Test
    void garbageFromTheRemoteStops() throws Exception {
        final JsonDocument outcome =
                run("--short", "--cells", "remote.garbage trot 1").at("outcomes", 0);
        assertEquals("STOP", outcome.text("detected"));
        assertEquals("DAMP", outcome.text("reaction"));
    }

    @Tag("slow")
    @Test
    void realProcessesAreBrokenAtRealTime() throws Exception {
        final JsonDocument result = run("--real-time", "--cells", "(imu.stuck|control.ended)");
        assertEquals(2, result.number("runs"));
        assertEquals(0, result.number("commands_beyond"));
        assertEquals(0, result.number("driven_lying"));
        assertEquals("IMU_FROZEN", result.text("outcomes", 0, "detected"));
        assertEquals("PROCESS_GONE", result.text("outcomes", 1, "detected"));
        assertEquals("SIT_DOWN", result.text("outcomes", 1, "reaction"));
    }

    @Test
    void goesOnWithTheRunsThatAreLeft() throws Exception {
        final Path kept = folder.resolve("outcomes");
        Files.writeString(kept, JsonWriter.line(made("state.lost")) + "\n{\"cell\":\"cut off");
        final String[] options = {"--short", "--cells", "state.(lost|delayed) stand 1", "--resume", kept.toString()};
        final JsonDocument result = run(options);
        assertEquals(2, result.number("runs"));
        assertEquals("MADE", result.text("outcomes", 1, "detected"));
        assertEquals(result, run(options));
    }

    @Test
    void theManualHasTheTableOfTheDeclaration() throws Exception {
        final Cli list = Cli.run("bench", "faults", "--list");
        assertEquals(ExitCode.OK, list.code(), list::toString);
        final String manual = Files.readString(Path.of("../../docs/faults.md"));
        assertTrue(manual.contains(list.out().strip()), "docs/faults.md has what 'gaitd bench faults --list' prints");
    }

    private static TrialOutcome made(final String fault) {
        return new TrialOutcome(
                fault, fault, "stand", 1, "MADE", 1, "damp", 1, "FAULT", "lying", 1, 0, false, false, false, false, 0,
                "", "");
    }

    @ParameterizedTest
    @CsvSource({"--seeds, 0", "--threads, 0", "--cells, nothing.such", "--cells, '('"})
    void refusesWhatCannotBeRun(final String flag, final String value) {
        final String line = Cli.run("bench", "faults", flag, value).refusedWith(ExitCode.USAGE);
        assertTrue(line.contains(flag) && line.contains(value), line);
    }
}
