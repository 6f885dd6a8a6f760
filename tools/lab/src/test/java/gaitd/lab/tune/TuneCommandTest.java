package gaitd.lab.tune;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TuneCommandTest {
    private static final String TINY = "--set gait.clearance_m=0.04..0.12 --set gait.stance_x_m=-0.07..0.02"
            + " --terrain tiles:0.03 --episodes 2 --check 3 --candidates 5 --population 2";

    @TempDir
    Path folder;

    private Cli tune(final String out, final String line) {
        final List<String> arguments = new ArrayList<>(List.of("tune"));
        arguments.addAll(List.of(line.split(" ", 0)));
        arguments.addAll(List.of("--out", folder.resolve(out).toString()));
        return Cli.run(arguments.toArray(String[]::new));
    }

    private String done(final String out, final String line) throws IOException {
        final Cli run = tune(out, line);
        assertEquals(ExitCode.OK, run.code(), run.err());
        return Files.readString(folder.resolve(out).resolve("tune.json"))
                + Files.readString(folder.resolve(out).resolve("best.toml"));
    }

    @Test
    @Tag("slow")
    void threadsAndInterruptionsChangeNothing() throws IOException {
        final String result = done("one", TINY + " --threads 1");
        final Path file = folder.resolve("one").resolve(Walked.NAME);
        final List<String> lines = Files.readAllLines(file);
        assertTrue(lines.size() > 5, lines.size() + " lines");
        Files.writeString(
                file,
                String.join("\n", lines.subList(0, 3)) + "\n" + lines.get(3).substring(0, 30));
        assertEquals(result, done("one", TINY + " --threads 2"));
        assertEquals(lines, Files.readAllLines(file));
        final Path found = folder.resolve("one").resolve("best.toml");
        final Config config =
                new Config.Builder().toml(Files.readString(found), "best.toml").conclude();
        assertTrue(result.contains("\"gait.clearance_m\" : " + config.get(Setting.CLEARANCE_M)), result);
        done("one", TINY.replace("--candidates 5", "--candidates 7"));
        final List<String> more = Files.readAllLines(file);
        assertEquals(lines, more.subList(0, lines.size()));
        assertTrue(more.size() > lines.size());
        final String other = tune("one", TINY + " --seed 2").refusedWith(ExitCode.USAGE);
        assertTrue(other.contains("seed is 1 there and 2 here"), other);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--space legs | expected posture, gait",
                "--space gait --set gait.height_m | both say what to look for",
                "--set gait.heigt_m=0.25..0.3 | there is no setting gait.heigt_m",
                "--set guard.tilt_rad=0.1..0.2 | there is no setting guard.tilt_rad of the walk",
                "--set gait.height_m=0.25 | expected KEY or KEY=A..B",
                "--set gait.height_m=0.3..0.25 | the smaller number first",
                "--set gait.height_m=0.19..0.25 | both within 0.2 to 0.33 m",
                "--set gait.height_m=0.25..0.34 | both within 0.2 to 0.33 m",
                "--set gait.height_m --set gait.height_m=0.25..0.3 | is given twice",
                "--episodes 0 | --episodes = 0",
                "--episodes 10001 | --episodes = 10001",
                "--check 0 | --check = 0",
                "--candidates 0 | --candidates = 0",
                "--population 1 | --population = 1",
                "--population 1001 | --population = 1001",
                "--power-weight -1 | --power-weight = -1",
                "--velocity-weight 101 | --velocity-weight = 101",
                "--threads 0 | --threads = 0",
                "--threads 257 | --threads = 257",
                "--seed 9223372036854775806 | two seeds have to follow it",
                "--reward nothing | task nothing is unknown",
                "--terrain moon | moon"
            })
    void refusesBeforeAnythingRuns(final String line, final String why) {
        final String said = tune("refused", line).refusedWith(ExitCode.USAGE);
        assertTrue(said.contains(why), said);
        assertFalse(Files.exists(folder.resolve("refused")));
    }

    @Test
    void rangesAreWithinThoseOfTheirSettings() {
        assertEquals(17, TuneSpace.of("gait").settings().size());
        assertEquals(6, TuneSpace.of("posture").settings().size());
        final TunedSetting all = TunedSetting.parse("gait.height_m");
        assertEquals(0.2, all.value(0));
        assertEquals(0.33, all.value(1));
        assertEquals(0.265, all.value(0.5));
        assertEquals(0.5, all.share(0.265), 1e-12);
        assertEquals(1, all.share(0.4));
        assertEquals(0, all.share(0.1));
    }

    @Test
    void successCountsBeforePowerAndVelocity() {
        final Aim aim = new Aim(0.0005, 0.3, false);
        final GroundFigures lame = new GroundFigures(24, 0.5, 40, 0.02, 0.9);
        final GroundFigures strong = new GroundFigures(24, 0.6, 90, 0.1, 0.5);
        assertTrue(aim.score(List.of(strong)) > aim.score(List.of(lame)));
        assertEquals(0.5 - 0.02 - 0.006, aim.score(List.of(lame)), 1e-12);
        assertEquals(0.7, new Aim(0, 0, true).score(List.of(lame, strong)), 1e-12);
    }
}
