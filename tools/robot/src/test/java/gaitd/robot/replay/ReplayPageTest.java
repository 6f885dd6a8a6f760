package gaitd.robot.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.robot.view.Timeline;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.frame.TickField;
import gaitd.runtime.frame.TickFrame;
import gaitd.runtime.mode.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page of a recording is given. */
@Tag("slow")
class ReplayPageTest {
    @TempDir
    Path folder;

    /** Of some 5 s. */
    private Path record() throws IOException {
        final Cli run = Cli.run(
                "run", "--lockstep", "--no-view", "--vx", "0.3", "--seconds", "2", "--record", folder.toString());
        assertTrue(run.out().contains("recorded "), run.toString());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().findFirst().orElseThrow();
        }
    }

    private static long tickAt(final RecordedSpan span, final double seconds) {
        span.seek(seconds);
        final TickFrame frame = span.next(seconds + 0.01);
        return frame == null ? -1 : frame.get(TickField.TICK);
    }

    @Test
    void everyTimeHasItsTickForwardAndBack() throws IOException {
        try (RecordedSpan span = new RecordedSpan(record())) {
            assertTrue(span.lengthS() > 4, "length " + span.lengthS());
            for (final double seconds : new double[] {0, 3.5, 1.2, 2.0, 0.4}) {
                assertEquals((double) Math.round(seconds * 500), (double) tickAt(span, seconds), 1.0, "at " + seconds);
            }
            assertEquals(-1, tickAt(span, span.lengthS() + 1));
            span.seek(1);
            long ticks = 0;
            while (span.next(2) != null) {
                ticks++;
            }
            assertEquals(500.0, (double) ticks, 1.0);
            assertNull(span.next(2));
            assertNotNull(span.next(2.1));
        }
    }

    @Test
    void whatHappenedIsMarked() throws IOException {
        try (RecordedSpan span = new RecordedSpan(record())) {
            final List<Timeline.Mark> marks = span.marks();
            final Timeline.Mark walks = marks.stream()
                    .filter(it -> it.text().equals("mode WALK"))
                    .findFirst()
                    .orElseThrow();
            span.seek(walks.atS() + 0.001);
            assertEquals(
                    "WALK", Mode.values()[(int) span.next(walks.atS() + 0.1).get(TickField.MODE)].name());
            assertTrue(marks.stream().noneMatch(it -> it.text().startsWith("velocity")), marks.toString());
            assertTrue(span.settings().contains("gait.vx_max_m_s"));
        }
    }

    @Test
    void aFileWithoutAnEndIsToBeRepairedFirst() throws IOException {
        final Path log = record();
        final byte[] whole = Files.readAllBytes(log);
        Files.write(log, Arrays.copyOf(whole, whole.length - 100));
        final String problem =
                assertThrows(ConfigException.class, () -> new RecordedSpan(log)).getMessage();
        assertTrue(problem.contains("gaitd log repair"), problem);
        assertEquals(1, problem.lines().count());
    }

    @Test
    void thePageRunsNothingAgain() throws IOException {
        final String log = folder.resolve("none.mcap").toString();
        for (final String[] more :
                new String[][] {{"--from", "2"}, {"--with", "gait.vx_max_m_s = 0.5"}, {"--policy", "none"}}) {
            final String problem =
                    Cli.run("replay", log, "--page", more[0], more[1]).refusedWith(ExitCode.USAGE);
            assertTrue(problem.contains("--page shows what was recorded"), problem);
        }
        assertTrue(Cli.run("replay", log, "--page").refusedWith(ExitCode.USAGE).contains("no such file"));
        assertTrue(Cli.run("replay", log, "--view-port", "8080")
                .refusedWith(ExitCode.USAGE)
                .contains("give --page with it"));
    }
}
