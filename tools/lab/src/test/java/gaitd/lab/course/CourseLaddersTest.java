package gaitd.lab.course;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.ConfigException;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is in the course. */
class CourseLaddersTest {
    private static final List<CourseLadder> ALL = Course.ladders(null, false);

    @Test
    void hasTwentyConditionsOrMoreOfFourToSixLevelsThatBecomeHarder() {
        assertTrue(ALL.size() >= 20, ALL.size() + " conditions");
        final Set<String> names = new HashSet<>();
        for (final CourseLadder ladder : ALL) {
            assertTrue(names.add(ladder.name()), ladder.name());
            final int levels = ladder.rungs().size();
            assertTrue(levels >= 4 && levels <= 6, ladder.name());
            double before = ladder.easy();
            final double way = Math.signum(ladder.rungs().getLast().level() - before);
            for (final CourseRung rung : ladder.rungs()) {
                assertTrue(way * (rung.level() - before) > 0, ladder.name() + " at " + rung.level());
                before = rung.level();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "tiles, 6",
        "tiles, 8",
        "stairs, 8",
        "stairs, 12",
        "slope-up, 20",
        "slope-up, 25",
        "slope-down, 20",
        "gaps, 10",
        "gaps, 15",
        "pushes, 1",
        "ice, 0.25",
        "payload, 8",
        "delay, 20",
        "forward, 1.2",
        "sideways, 0.5",
        "turning, 1.5"
    })
    void hasTheFixedLevels(final String name, final double level) {
        final CourseLadder ladder = Course.ladders(name, false).getFirst();
        assertTrue(ladder.rungs().stream().anyMatch(rung -> rung.level() == level), name);
    }

    @Test
    void everyLevelHasItsGroundRobotAndWay() {
        for (final CourseLadder ladder : ALL) {
            for (final CourseRung rung : ladder.rungs()) {
                final String what = ladder.name() + " at " + rung.level();
                final Terrain ground = Terrains.parse(rung.terrain(), 1);
                final Config config = rung.change().apply(new Config.Builder()).conclude();
                assertTrue(config.periodNs() > 0, what);
                if (rung.drive().isWay()) {
                    assertTrue(
                            rung.drive().wayM() + 23.5 < ground.extent().maxX()
                                    || !ladder.name().equals("mixed"),
                            what);
                    assertTrue(
                            rung.drive().limitS() * rung.drive().vx()
                                    > 1.5 * rung.drive().wayM(),
                            what);
                }
            }
        }
    }

    @Test
    void aShortCourseHasTheSameLevelsButFewer() {
        for (final CourseLadder cut : Course.ladders(null, true)) {
            final CourseLadder whole = Course.ladders(cut.name(), false).getFirst();
            assertEquals(whole.rungs().size() / 2, cut.rungs().size(), cut.name());
            assertTrue(whole.rungs().containsAll(cut.rungs()), cut.name());
        }
    }

    @Test
    void namesAreTakenInTheCoursesOrderOrRefused() {
        assertEquals(
                List.of("tiles", "ice"),
                Course.ladders("ice,tiles", false).stream()
                        .map(CourseLadder::name)
                        .toList());
        final String said = assertThrows(ConfigException.class, () -> Course.ladders("ice,tile", false))
                .getMessage();
        assertTrue(said.contains("--conditions tile:") && said.contains("did you mean tiles?"), said);
    }

    @Test
    void startsAndStopsAndItsMirrorImage() {
        final CourseDrive drive = CourseDrive.hold(0.5, 0, 0, true);
        assertEquals(1, drive.share(3.99));
        assertEquals(0, drive.share(4));
        assertEquals(1, drive.share(8));
        assertEquals(1, CourseDrive.hold(0.5, 0, 0, false).share(5));
        assertEquals(List.of(1.0, -1.0), Arrays.asList(CourseDrive.side(0), CourseDrive.side(1)));
    }
}
