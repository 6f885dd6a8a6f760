package gaitd.runtime.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings that are words, and numbers that a word may stand for. */
class ChoiceSettingTest {
    private static Config config(final String toml) {
        return new Config.Builder().toml(toml, "robot.toml").conclude();
    }

    @ParameterizedTest
    @CsvSource({"off, OFF", "used, USED", "all, ALL"})
    void readsAWord(final String word, final LockMemory expected) {
        final Config config = config("[rt]\nlock_memory = \"" + word + "\"\n");
        assertEquals(expected, config.get(ChoiceSetting.RT_LOCK_MEMORY));
        assertEquals("robot.toml:2", config.origin(ChoiceSetting.RT_LOCK_MEMORY));
        assertEquals(expected, config.change().conclude().get(ChoiceSetting.RT_LOCK_MEMORY));
    }

    @Test
    void defaultsAreTheTimerAndNoLock() {
        assertEquals(Schedule.TIMER, Config.defaults().get(ChoiceSetting.SCHEDULE));
        assertEquals(LockMemory.OFF, Config.defaults().get(ChoiceSetting.RT_LOCK_MEMORY));
        assertEquals("default", Config.defaults().origin(ChoiceSetting.SCHEDULE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "loop.schedule = 0|loop.schedule = 0 (robot.toml:1) is a word now: write loop.schedule = \"timer\"",
                "loop.schedule = 1|loop.schedule = 1 (robot.toml:1) is a word now: write loop.schedule = \"packets\"",
                "loop.schedule = 2|loop.schedule = 2 (robot.toml:1) is none of its words: expected \"timer\" or \"packets\"",
                "rt.lock_memory = 2|write rt.lock_memory = \"all\"",
                "rt.lock_memory = -1|expected \"off\" or \"used\" or \"all\"",
                "rt.lock_memory = \"ALL\"|rt.lock_memory = \"ALL\" (robot.toml:1) is none of its words",
                "rt.lock_memory = true|rt.lock_memory = true (robot.toml:1) is none of its words",
                "rt.lock_memory = [1]|is none of its words",
                "[rt.lock_memory]|is none of its words",
                "rt.cpu = -1|rt.cpu = -1 (robot.toml:1) is a word now: write rt.cpu = \"any\"",
                "rt.cpu = -2|rt.cpu = -2 (robot.toml:1) is out of range: expected 0 to 1023 or \"any\"",
                "rt.cpu = \"all\"|rt.cpu (robot.toml:1) must be a number in - or \"any\"",
                "rt.priority = 0|write rt.priority = \"off\"",
                "rt.priority = 99|expected 1 to 98 or \"off\"",
                "rt.dma_latency_us = -1|write rt.dma_latency_us = \"off\"",
                "rt.timer_slack_ns = 0|write rt.timer_slack_ns = \"system\"",
                "rt.timer_slack_ns = 0.5|expected 1 to 1000000 or \"system\""
            })
    void refusesWhatIsNoWordOfItsOwn(final String toml, final String expected) {
        final String message =
                assertThrows(ConfigException.class, () -> config(toml + "\n")).getMessage();
        assertTrue(message.contains(expected), message);
        assertFalse(message.contains("\n"), message);
    }

    @Test
    void takesAWordInPlaceOfANumber() {
        final Config config = config(
                "[rt]\npriority = \"off\"\ncpu = \"any\"\ndma_latency_us = \"off\"\ntimer_slack_ns = \"system\"\n");
        for (final Setting setting : new Setting[] {Setting.RT_PRIORITY, Setting.RT_CPU, Setting.RT_DMA_LATENCY_US}) {
            assertEquals(setting.defaultValue, config.get(setting), setting.key);
        }
        assertEquals(0, config.get(Setting.RT_TIMER_SLACK_NS));
        assertEquals("\"any\"", Setting.RT_CPU.text(config.get(Setting.RT_CPU)));
        assertEquals("3", Setting.RT_CPU.text(3));
    }
}
