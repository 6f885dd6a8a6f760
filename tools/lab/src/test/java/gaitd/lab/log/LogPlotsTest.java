package gaitd.lab.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogPlotsTest {
    private static final String LOG = "../robot/src/test/resources/faults/imu-frozen.mcap";

    @TempDir
    Path folder;

    @Test
    @DrawsText
    void valuesAreDrawn() throws Exception {
        final Cli plot = Cli.run("log", "plot", LOG, "--from", "1", "--fields", "q,rpy+gyro", "--out", "" + folder);
        assertEquals(ExitCode.OK, plot.code(), plot.toString());
        assertTrue(Files.size(folder.resolve("q.png")) > 20_000);
        assertTrue(Files.size(folder.resolve("rpy-gyro.png")) > 10_000);
        final String late = Cli.run("log", "plot", LOG, "--from", "1000", "--out", "" + folder)
                .refusedWith(ExitCode.USAGE);
        assertTrue(late.contains("there are no ticks from 1000.0 s"), late);
    }

    @Test
    void theRobotIsFilmed() throws Exception {
        final Path film = folder.resolve("f.png");
        final Cli video = Cli.run("log", "video", LOG, "--from", "2", "--to", "2.45", "--out", "" + film);
        assertEquals(ExitCode.OK, video.code(), video.toString());
        assertTrue(video.out().contains("6 pictures, 12 a second"), video.out());
        assertTrue(Files.size(film) > 5_000);
    }
}
