package gaitd.robot.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import gaitd.runtime.rt.Measure;
import gaitd.runtime.rt.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class RealTimeCheckTest {
    private static final Outcome PRIORITY = new Outcome(Measure.PRIORITY, Outcome.Result.DONE, "SCHED_FIFO 80", "", "");
    private static final Outcome NO_PRIORITY = new Outcome(Measure.PRIORITY, Outcome.Result.NOT_ASKED, "", "", "");
    private static final Outcome NO_LOCK = new Outcome(
            Measure.MEMORY_LOCK, Outcome.Result.REFUSED, "all pages", "EPERM, limit memlock is 64 bytes", "raise it");

    @TempDir
    private Path root;

    private Finding look(final Outcome... outcomes) {
        return new RealTimeCheck(List.of(outcomes)).look(new Machine(root, "amd64", path -> -1));
    }

    @Test
    void isWellWhenAllIsGranted() {
        final Finding finding = look(PRIORITY, new Outcome(Measure.AFFINITY, Outcome.Result.NOT_ASKED, "", "", ""));
        assertEquals(CheckVerdict.OK, finding.verdict());
        assertEquals("priority SCHED_FIFO 80", finding.is());
    }

    @Test
    void failsWithWhatIsInTheWay() {
        final Finding finding = look(PRIORITY, NO_LOCK);
        assertEquals(CheckVerdict.FAIL, finding.verdict());
        assertEquals("memory_lock: all pages is refused (EPERM, limit memlock is 64 bytes)", finding.is());
        assertEquals("raise it", finding.fix());
    }

    @Test
    void warnsWhenNothingIsAskedFor() {
        assertEquals(CheckVerdict.WARN, look(NO_PRIORITY).verdict());
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void doctorAsksTheKernelForWhatAConfigurationWants() throws IOException {
        final Path config = Files.writeString(root.resolve("rt.toml"), "rt.cpu = 1000\n");
        final Cli doctor = Cli.run("doctor", "--config", config.toString());
        assertEquals(ExitCode.FAILED, doctor.code(), doctor::toString);
        assertTrue(doctor.out().contains("affinity: processor 1000 is refused (EINVAL)"), doctor.out());
        assertTrue(doctor.out().contains("core 1000 is not online"), doctor.out());
    }

    @Test
    void doctorRefusesAConfigurationThatIsNotThere() {
        assertTrue(Cli.run("doctor", "--config", root.resolve("none.toml").toString())
                .refusedWith(ExitCode.USAGE)
                .contains("there is no such file"));
    }
}
