package gaitd.robot.adapt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gaitd.runtime.config.AdaptUse;
import gaitd.runtime.config.ChoiceSetting;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a road sets, and what it leaves as a person set it. */
class LearnerOptionsTest {
    @Command
    private static final class Adapts {
        @Mixin
        private AdaptOptions options;
    }

    @Command
    private static final class Learns {
        @Mixin
        private LearnerOptions options;
    }

    private static double windowS(final String settings) {
        final Learns command = new Learns();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs("--adapt-road", "own");
        final Config file = new Config.Builder().toml(settings, "robot.toml").conclude();
        return command.options.plan(file, 1).windowS();
    }

    private static Config config(final String settings, final String... arguments) {
        final Adapts command = new Adapts();
        new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(arguments);
        return command.options
                .apply(new Config.Builder().toml(settings, "robot.toml"))
                .conclude();
    }

    @Test
    void ownStepsNeedExploration() {
        final Config config = config("", "--adapt", "--adapt-road", "own");
        assertEquals(AdaptUse.ON, config.get(ChoiceSetting.ADAPT_USE));
        assertEquals(0.1, config.get(Setting.ADAPT_DEVIATION));
        assertEquals(0.25, config.get(Setting.ADAPT_HOLD_S));
        assertEquals("--adapt-road", config.origin(Setting.ADAPT_HOLD_S));
    }

    @Test
    void soDoReplayedSteps() {
        final Config config = config("", "--adapt", "--adapt-road", "replay");
        assertEquals(0.1, config.get(Setting.ADAPT_DEVIATION));
        assertEquals(0.25, config.get(Setting.ADAPT_HOLD_S));
    }

    @Test
    void aPersonsSettingsStay() {
        final Config config = config("adapt.deviation = 0\nadapt.window_s = 7\n", "--adapt", "--adapt-road", "own");
        assertEquals(0, config.get(Setting.ADAPT_DEVIATION), "though it is the default");
        assertEquals(0.25, config.get(Setting.ADAPT_HOLD_S));
        assertEquals(7, config.get(Setting.ADAPT_WINDOW_S));
    }

    @Test
    void nothingElseIsSetForBeliefsOrWithoutAdapting() {
        for (final String[] arguments : new String[][] {{"--adapt"}, {"--adapt-road", "own"}}) {
            final Config config = config("", arguments);
            assertEquals("default", config.origin(Setting.ADAPT_DEVIATION));
            assertEquals(0, config.get(Setting.ADAPT_DEVIATION));
            assertEquals("default", config.origin(Setting.ADAPT_HOLD_S));
        }
    }

    @Test
    void theLearnerProcessHasTheWindowsThatControlHas() {
        assertEquals(3, windowS(""));
        assertEquals(7, windowS("adapt.window_s = 7"));
    }
}
