package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.policies.learn.Signal;
import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.runtime.config.RangeSetting;
import gaitd.runtime.config.Setting;
import gaitd.runtime.config.VaryPreset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Files of tasks: what they say, and what is refused. */
class A1TaskTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @FieldSource("gaitd.sim.task.A1Task#NAMES")
    void comesWithTheProgram(final String name) {
        final A1Task task = A1Task.of(name);
        assertEquals(name, task.name());
        assertEquals(
                task.movesLegs() || "a1-stage3".equals(name) ? 50 : 100,
                task.config().get(Setting.POLICY_RATE_HZ));
        assertEquals(task.observationSize(), TaskSignals.scale(task.observations).length);
    }

    @Test
    void groundsSayHowTheirCommandsGrow() {
        final A1Task task = A1Task.of("a1-stage3");
        assertTrue(task.curriculum.bySuccess());
        assertEquals(0.5, task.curriculum.first());
        assertArrayEquals(new double[] {0.6, 1}, task.weakMotor);
        assertArrayEquals(new double[] {1, 1}, A1Task.of("a1-stage1").weakMotor);
        final GroundPlan stairs = task.grounds.get(2);
        assertTrue(stairs.ahead());
        assertEquals(0.3, stairs.faster(2, 1));
        final GroundPlan level = task.grounds.getLast();
        assertFalse(level.ahead());
        assertEquals(1, level.faster(0, 0));
        assertEquals(2.4, level.faster(0, 1), 1e-12);
        assertEquals(8, level.levels());
    }

    @Test
    void settingsAndRangesAreTheFiles() {
        final Config config = A1Task.of("a1-stage1").config();
        assertEquals(0.5, config.high(RangeSetting.PUSH_M_S));
        assertEquals(3, config.high(RangeSetting.PAYLOAD_KG));
        assertEquals(RangeSetting.LINK_MASS.low(VaryPreset.MILD), config.low(RangeSetting.LINK_MASS));
        final Config varied = A1Task.of("a1-stage1").vary(new Config.Builder()).conclude();
        assertEquals(3, varied.high(RangeSetting.PAYLOAD_KG));
        assertEquals(Setting.POLICY_BOUNDS_MARGIN.defaultValue, varied.get(Setting.POLICY_BOUNDS_MARGIN));
    }

    @Test
    void aFileIsATaskToo() throws IOException {
        final Path file = folder.resolve("mine.toml");
        Files.writeString(
                file,
                TaskFile.of("a1-stage1").with("episode_s = 20", "episode_s = 7").text());
        final A1Task task = A1Task.of(file.toString());
        assertEquals("mine", task.name());
        assertEquals(7, task.episodeS);
        final ConfigException none = assertThrows(ConfigException.class, () -> A1Task.of("a1-stage9"));
        assertTrue(none.getMessage().contains("expected one of a1-stage1, a1-stage2"), none.getMessage());
    }

    @Test
    void masksHideValues() {
        final A1Task task = TaskFile.of("a1-stage1")
                .with("name = \"linear_velocity\"\n", "name = \"linear_velocity\"\nmask = [1, 0, 1]\n")
                .task();
        final Observed velocity = task.observations.get(2);
        assertEquals(2, velocity.scale[0]);
        assertEquals(0, velocity.scale[1]);
    }

    private static String difference(final A1Task before, final A1Task now) {
        final String seen =
                Signal.firstDifference("observation", TaskSignals.observed(before), TaskSignals.observed(now));
        return seen == null
                ? Signal.firstDifference("action", TaskSignals.acted(before), TaskSignals.acted(now))
                : seen;
    }

    @Test
    void theSecondStageBeginsWithWhatTheFirstSeesAndDoes() {
        final A1Task first = A1Task.of("a1-stage1");
        final A1Task second = A1Task.of("a1-stage2");
        assertNull(difference(first, first));
        assertNull(difference(first, second));
        assertEquals(
                "observation 69 was last_action[12] and is missing now, after 68 of 92", difference(second, first));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit = 1|limit = 0.9|action 5, oscillator_frequency_offset[0], had scale 0.9 and has 1.0 now",
                "scale = 0.25|scale = 0.5|observation 4, angular_velocity[0], had scale 0.5 and has 0.25 now",
                "scale = 0.05|scale = 0.05; offset = 1|observation 25, joint_velocity[0], had offset 1.0 and has 0.0 now",
                "name = \"gravity\"|name = \"gravity\"; mask = [1, 1, 0]|observation 3, gravity[2], had scale 0.0",
                "name = \"foot_contact\"|name = \"height\"|observation 37 was height and is foot_contact[0] now",
                "name = \"gravity\"|name = \"roll_pitch\"|observation 1 was roll_pitch[0] and is gravity[0] now"
            })
    void theFirstDifferenceOfTwoListsIsNamed(final String from, final String to, final String expected) {
        final A1Task other =
                TaskFile.of("a1-stage1").with(from, to.replace("; ", "\n")).task();
        final String named = difference(other, A1Task.of("a1-stage2"));
        assertTrue(named.startsWith(expected), named);
    }

    @Test
    void hardestGroundsAreNamed() {
        assertEquals(List.of("tiles:0.06", "rough:0.05"), A1Task.of("a1-stage2").hardest());
        assertEquals(List.of("flat"), A1Task.of("a1-stage1").hardest());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "policy_hz = 100|policy_hz = 7|[task] policy_hz: 7, expected a number from 10.0 to 500.0",
                "episode_s = 20|episode_s = \"long\"|[task] episode_s: long, expected a number",
                "vary = \"mild\"|vary = \"wild\"|vary: wild, expected one of none, sensors, mild, wide",
                "vary = \"mild\"||[task] vary: is missing",
                "vary = \"mild\"|vary = \"mild\"; colour = 1|[task]: line 7: unknown key 'colour'",
                "vary.payload_kg = [0, 3]|vary.payload_kg = [0, 90]|vary.payload_kg = [0, 90] (a1-stage1 [config]:",
                "vary.payload_kg = [0, 3]|vary.pay = 1|[config], line 13: unknown key vary.pay",
                "name = \"gravity\"|name = \"smell\"|[[observation]] 1 name: smell, expected one of",
                "name = \"gravity\"|name = \"gravity\"; scale = [1, 2]|scale: a list of 2, expected one number or a list of 3",
                "name = \"gravity\"|name = \"gravity\"; mask = [1, 0.5, 1]|mask[1]: 0.5, expected 0",
                "name = \"gravity\"|name = \"command\"|observation: has command twice",
                "limit = 1|limit = 0|limit: 0, expected a number",
                "vx_m_s = [-0.3, 0.6]|vx_m_s = [0.6, -0.3]|its least value exceeds its greatest",
                "fall = -2|fell = -2|unknown key 'fell', did you mean 'fall'?",
                "begin = 0|begin = 0.5|begin: 0.5 comes after end = 0.0",
                "begin = 0|first = 0.5|unknown key 'end'",
                "vary = \"mild\"|vary = \"mild\"; weak_motor = [0.05, 1]|weak_motor",
                "vary = \"mild\"|vary = \"mild\"; weak_motor = [0.5, 1.1]|weak_motor",
                "name = \"flat\"|name = \"flat\"; fastest = 0.9; levels = 3|fastest: 0.9",
                "name = \"flat\"|name = \"flat\"; fastest = 2|levels: is missing",
                "name = \"flat\"|name = \"flat\"; ahead = 2|ahead: 2",
                "name = \"flat\"|name = \"moon\"|terrain \"moon\" is unknown",
                "name = \"flat\"|name = \"tiles:{h}\"|hardest: is missing",
                "name = \"flat\"|name = \"tiles:{h}\"; hardest = 0.05; levels = 1|levels: 1, expected a whole number",
                "[curriculum]|[[curriculum]]|curriculum: a list of 1, expected a table",
                "[command]|[comand]|command: is missing",
                "[command]|[command|line "
            })
    void refusesInOneLine(final String from, final String to, final String expected) {
        final TaskFile file = TaskFile.of("a1-stage1").with(from, to == null ? "" : to.replace("; ", "\n"));
        final ConfigException refused = assertThrows(ConfigException.class, file::task);
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
        assertTrue(refused.getMessage().startsWith("a1-stage1")
                || refused.getMessage().contains("(a1-stage1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0.25, 0.5, 0.6, 0.25|[0.25, 0.5, 0.95, 0.25|action limit[2]: 0.95 rad from the pose, this robot takes up to 0.85",
                "[0.25, 0.5, 0.6, 0.25|[0.25, 1.1, 0.6, 0.25|action limit[1]: 1.1 rad from the pose, this robot takes up to 1",
                "[0.25, 0.5, 0.6, 0.25|[0.25, 0.5, 0.6|limit: a list of 11, expected one number or a list of 12",
                "[command]|[[action]]; name = \"joint_offset\"; limit = 0.1; [command]|has to be alone",
                "name = \"gravity\"|name = \"residual\"|observation: residual rests while joint_target moves the legs",
                "name = \"gravity\"|name = \"constant\"|constant, which only policies from elsewhere observe",
                "kp_nm_rad = 40|kp_nm_rad = 201|[gains] kp_nm_rad: 201, expected a number from 0.0 to 200.0",
                "kd_nms_rad = 1|kd_nms_rad = 1; ki = 1|unknown key 'ki'",
                "lift_m = 0.06|lift_m = 0.3|[rhythm] lift_m: 0.3, expected a number",
                "phase = [0, 0.5, 0.5, 0]|phase = [0, 0.5]|[rhythm] phase: a list of 2, expected one number or a list of 4"
            })
    void refusesLegsInOneLine(final String from, final String to, final String expected) {
        final TaskFile file = TaskFile.of("a1-legs").with(from, to.replace("; ", "\n"));
        final ConfigException refused = assertThrows(ConfigException.class, file::task);
        assertTrue(refused.getMessage().contains(expected), refused.getMessage());
        assertEquals(1, refused.getMessage().lines().count());
    }

    @Test
    void targetsMayGoAsFarAsTheRobotTakesThem() {
        final A1Task task = TaskFile.of("a1-legs")
                .with("[0.25, 0.5, 0.6, 0.25", "[0.76, 1, 0.85, 0.25")
                .task();
        assertEquals(0.85, TaskSignals.limit(task.actions)[2]);
        assertEquals(40, task.posture.kp()[11]);
    }

    @Test
    void withoutARhythmThereIsNoClock() {
        final TaskFile none = TaskFile.of("a1-legs").without("[rhythm]", "[[observation]]");
        final ConfigException clock = assertThrows(ConfigException.class, none::task);
        assertTrue(clock.getMessage().contains("clock_sin, but there is no [rhythm]"), clock.getMessage());
        final TaskFile unseen = none.with("name = \"clock_sin\"", "name = \"height\"")
                .with("name = \"clock_cos\"", "name = \"roll_pitch\"");
        final ConfigException term = assertThrows(ConfigException.class, unseen::task);
        assertTrue(term.getMessage().contains("rhythm: there is no [rhythm]"), term.getMessage());
    }

    @Test
    void theRobotItselfRefusesARewardOfWhatOnlyTrainingMeasures() {
        final A1Task task = A1Task.of("a1-legs");
        final ConfigException refused = assertThrows(ConfigException.class, () -> new EstimatedReward(task, 0.02));
        assertEquals("task a1-legs: its reward has height_square, which only training measures", refused.getMessage());
    }

    @Test
    void refusesARewardWithoutTerms() {
        final TaskFile file = TaskFile.of("a1-stage1").without("forward_velocity =", "[curriculum]");
        final ConfigException refused = assertThrows(ConfigException.class, file::task);
        assertTrue(refused.getMessage().contains("[reward]: no term has a weight"), refused.getMessage());
    }
}
