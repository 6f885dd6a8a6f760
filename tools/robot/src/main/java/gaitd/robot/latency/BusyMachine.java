package gaitd.robot.latency;

import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings, of control and simulator alike, with which a robot walks on although its computer is busy with other things. */
final class BusyMachine {
    private static final String SETTINGS = """
            loop.missed_ticks_max = 1000
            safety.stale_ms = 500
            safety.state_lag_max_ms = 5000
            sim.command_timeout_ms = 5000
            command.age_max_ms = 2000
            command.operator_timeout_ms = 5000
            """;

    private BusyMachine() {}

    /**
     * Writes the file.
     *
     * @param processes of the measurement
     * @param rateHz of control
     * @param priority SCHED_FIFO priority of control; 0 for none
     * @param more settings, a line each
     * @return the file
     */
    static Path file(final BenchProcesses processes, final int rateHz, final int priority, final String more)
            throws IOException {
        return Files.writeString(
                processes.file("busy.toml"),
                SETTINGS
                        + Setting.RATE_HZ.line(rateHz)
                        + System.lineSeparator()
                        + Setting.RT_PRIORITY.line(priority)
                        + System.lineSeparator()
                        + more);
    }
}
