package gaitd.robot.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was recorded is done again, to the last bit. */
@Tag("slow")
class ReplayTest {
    @TempDir
    Path folder;

    private List<Path> record(final String options) throws IOException {
        return record(3, options);
    }

    private List<Path> record(final int seconds, final String options) throws IOException {
        final List<String> arguments = new ArrayList<>(List.of(
                "run", "--lockstep", "--no-view", "--vx", "0.3", "--seconds", "" + seconds, "--record", "" + folder));
        arguments.addAll(Arrays.asList(options.split(" ", 0)));
        arguments.removeIf(String::isEmpty);
        final Cli run = Cli.run(arguments.toArray(String[]::new));
        assertTrue(run.out().contains("recorded "), run.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--policy none --gait walk", "--fault imu.stuck@2 --vary wide --seed 5"})
    void everyFieldOfEveryTickIsTheSame(final String options) throws IOException {
        final Path log = record(options).getFirst();
        final Cli replay = Cli.run("replay", log.toString());
        assertEquals(ExitCode.OK, replay.code(), replay.toString());
        final String[] words = replay.out().split(" ", 0);
        assertTrue(Integer.parseInt(words[0]) > 1000, replay.out());
        assertEquals(words[0], words[2], replay.out());
    }

    @Test
    void whatALearnerSentIsDoneAgainAndMissedWhereItIsNotRecorded() throws IOException {
        final Path log = record("--case payload-behind --adapt --adapt-watch 5 --adapt-steps 512 --adapt-rate 2000"
                        + " --policy ../../policies/trained/a1-stage1-ep-ltc.zip --store "
                        + folder.resolveSibling(folder.getFileName() + "-store"))
                .getFirst();
        final Cli info = Cli.run("log", "info", log.toString());
        assertTrue(info.out().matches("(?s).*/weights +[1-9].*/experience +[1-9].*"), info.out());
        final Cli replay = Cli.run("replay", log.toString());
        assertEquals(ExitCode.OK, replay.code(), replay.toString());
        final String[] words = replay.out().split(" ", 0);
        assertEquals(words[0], words[2], replay.out());
        final Path without = folder.resolve("without.mcap");
        final Cli cut = Cli.run("log", "cut", log.toString(), "--topic", "/tick", "--out", without.toString());
        assertEquals(ExitCode.OK, cut.code(), cut.toString());
        final Cli missed = Cli.run("replay", without.toString());
        assertEquals(ExitCode.FAILED, missed.code(), missed.toString());
        assertTrue(missed.out().contains("the learner's weights that tick"), missed.out());
    }

    @Test
    void aRecordingInPartsIsFollowed() throws IOException {
        final List<Path> files = record("--record-minutes 0.05");
        assertTrue(files.size() > 1);
        final Cli whole = Cli.run("replay", files.getFirst().toString());
        assertEquals(ExitCode.OK, whole.code(), whole.toString());
        final Cli part = Cli.run("replay", files.get(1).toString());
        assertEquals(ExitCode.FAILED, part.code());
        assertTrue(part.out().contains("begins at tick"), part.out());
    }

    @Test
    void ticksBecomeATable() throws IOException {
        final Path log = record("").getFirst();
        final Path table = folder.resolve("walk.csv");
        final Cli export = Cli.run("log", "export", "csv", log.toString(), "--every", "100", "--out", table.toString());
        assertEquals(ExitCode.OK, export.code(), export.toString());
        final List<String> lines = Files.readAllLines(table);
        assertTrue(export.out().contains((lines.size() - 1) + " lines"), export.out());
        assertTrue(lines.getFirst().startsWith("version,tick,scheduled_ns,"), lines.getFirst());
        assertTrue(lines.getFirst().contains(",q_rad[11],"), lines.getFirst());
        final int columns = lines.getFirst().split(",", -1).length;
        for (int i = 1; i < lines.size(); i++) {
            final String[] values = lines.get(i).split(",", -1);
            assertEquals(columns, values.length);
            assertEquals(100 * (i - 1), Integer.parseInt(values[1]));
        }
        assertTrue(Cli.run("log", "export", "xls", log.toString(), "--out", table.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("knows csv, not 'xls'"));
    }

    @Test
    void anotherSettingShowsWhatWouldBe() throws IOException {
        final Path log = record("--policy none").getFirst();
        final Cli other = Cli.run("replay", log.toString(), "--with", "gait.clearance_m=0.05", "--from", "2");
        assertEquals(ExitCode.OK, other.code(), other.toString());
        assertTrue(other.out().contains("open loop: the robot answers as it did"), other.out());
        assertTrue(other.out().contains("first difference in tick"), other.out());
        assertTrue(other.out().contains("Q_COMMAND"), other.out());
    }

    @Test
    void aCutRecordingIsReplayedAsFarAsItGoesAndSaysSo() throws IOException {
        final Path log = record("").getFirst();
        final byte[] bytes = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        final Cli replay = Cli.run("replay", log.toString());
        assertEquals(ExitCode.FAILED, replay.code());
        assertTrue(replay.out().contains("the recording ends early"), replay.out());
        assertTrue(!replay.out().contains("first difference"), replay.out());
        final Cli info = Cli.run("log", "info", log.toString());
        assertEquals(ExitCode.FAILED, info.code());
        assertTrue(info.out().contains("broken: "), info.out());
        final Cli repair = Cli.run("log", "repair", log.toString());
        assertEquals(ExitCode.OK, repair.code(), repair.toString());
        final Path repaired = Path.of(log.toString().replace(".mcap", ".repaired.mcap"));
        assertEquals(ExitCode.OK, Cli.run("log", "check", repaired.toString()).code());
        assertEquals(ExitCode.OK, Cli.run("replay", repaired.toString()).code());
    }

    @Test
    void whatIsNoRecordingIsRefused() throws IOException {
        final Path text = folder.resolve("a.mcap");
        Files.writeString(text, "not an MCAP file");
        assertTrue(Cli.run("replay", text.toString())
                .refusedWith(ExitCode.USAGE)
                .contains("does not begin as an MCAP file"));
        assertTrue(Cli.run("replay", folder.resolve("b.mcap").toString())
                .refusedWith(ExitCode.USAGE)
                .contains("there is no such file"));
    }
}
