package gaitd.robot.testing;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Settings under which a busy machine does not damp the robot, for tests that are not about timing. */
public final class WideLimits {
    private static final String TOML = """
            loop.missed_ticks_max = 1000
            loop.rate_hz = 200
            safety.stale_ms = 500
            safety.state_lag_max_ms = 5000
            sim.command_timeout_ms = 5000
            command.age_max_ms = 2000
            command.operator_timeout_ms = 3000
            mode.stand_up_s = 1
            mode.sit_down_s = 1
            """;

    private WideLimits() {}

    public static Path file(final Path folder) throws IOException {
        return Files.writeString(folder.resolve("wide.toml"), TOML);
    }

    public static Config config() {
        return new Config.Builder().toml(TOML, "wide").conclude();
    }

    public static long periodNs() {
        return Math.round(1e9 / config().get(Setting.RATE_HZ));
    }
}
