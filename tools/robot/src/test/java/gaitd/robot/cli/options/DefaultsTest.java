package gaitd.robot.cli.options;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/** Commands differ in their defaults, which the help shows, and nothing else. */
class DefaultsTest {
    @Test
    void helpShowsTheDefaultsOfACommand() {
        final String help = new CommandLine(new Walk()).getUsageMessage().replaceAll("\\s+", " ");
        assertTrue(help.contains("(default until Ctrl-C)"), help);
        assertTrue(help.contains("forward velocity (default 0.3)"), help);
        assertTrue(help.contains("velocity to the left (default 0)"), help);
    }

    @Test
    void whatIsNotGivenIsTheDefault() {
        final Walk walk = Walk.of();
        assertFalse(walk.seconds.given());
        assertEquals(Double.POSITIVE_INFINITY, walk.seconds.value(0, 10));
        assertFalse(walk.velocities.given());
        assertEquals(0.3, walk.velocities.vx(Config.defaults()));
        assertEquals(0, walk.velocities.vy(Config.defaults()));
        assertFalse(walk.seed.given());
        assertEquals(1, walk.seed.value());
    }

    @Test
    void whatIsGivenCounts() {
        final Walk walk = Walk.of("--seconds", "2.5", "--vx", "-0.2", "--vy", "0.1", "--seed", "7");
        assertTrue(walk.seconds.given());
        assertEquals(2.5, walk.seconds.value(0, 10));
        assertTrue(walk.velocities.given());
        assertEquals(-0.2, walk.velocities.vx(1.0));
        assertEquals(0.1, walk.velocities.vy(1.0));
        assertTrue(walk.seed.given());
        assertEquals(7, walk.seed.value());
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        assertEquals(10, Walk.of("--seconds", "10").seconds.whole(1, 10));
        assertEquals(
                "--seconds = 10.5 is out of range: expected 1 to 10 s",
                assertThrows(
                                ConfigException.class,
                                () -> Walk.of("--seconds", "10.5").seconds.whole(1, 10))
                        .getMessage());
        assertEquals(
                "--seconds = 2.5: expected whole seconds",
                assertThrows(
                                ConfigException.class,
                                () -> Walk.of("--seconds", "2.5").seconds.whole(1, 10))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--seconds", "--vx", "--vy"})
    void whatIsNoNumberIsRefused(final String name) {
        final String message = assertThrows(ParameterException.class, () -> Walk.of(name, "fast"))
                .getMessage();
        assertTrue(message.contains(name) && message.contains("'fast' is not a number"), message);
    }

    @Command(name = "walk")
    private static final class Walk {
        @Mixin
        private final SecondsOption seconds = new SecondsOption("until Ctrl-C");

        @Mixin
        private final VelocityOptions velocities = new VelocityOptions(0.3);

        @Mixin
        private SeedOption seed;

        static Walk of(final String... args) {
            final Walk walk = new Walk();
            new CommandLine(walk).parseArgs(args);
            return walk;
        }
    }
}
