package gaitd.bench.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.config.Config;
import gaitd.runtime.config.Setting;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CleanCampaignTest {
    private static final CleanCase FLAT = new CleanCase(0, "flat", Activity.TROT, CleanCondition.PLAIN);

    private static Config tilted(final double deg) {
        return new Config.Builder().set(Setting.TILT_MAX_DEG, deg, "test").conclude();
    }

    @Test
    void allCombinationsComeInTurn() {
        final Set<String> seen = new HashSet<>();
        for (int i = 0; i < 125; i++) {
            final CleanCase walk = CleanCase.of(i);
            seen.add(walk.ground() + walk.activity() + walk.condition());
        }
        assertEquals(125, seen.size());
        assertEquals(60, CleanCampaign.walks(1));
    }

    @Test
    void aRobotThatWorksWalksItsTimeAndEveryTimeTheSame() {
        final CleanOutcome first = new CleanWalk(FLAT, Config.defaults(), List.of()).run();
        assertTrue(first.seconds() > CleanWalk.WALK_S, first::toString);
        assertFalse(first.fell());
        assertEquals(first, new CleanWalk(FLAT, Config.defaults(), List.of()).run());
    }

    @Test
    void aGuardThatIsTooTightTripsForNothing() {
        final CleanOutcome end = new CleanWalk(
                        new CleanCase(4, "rough:0.02", Activity.BOUND, CleanCondition.HARSH), tilted(10), List.of())
                .run();
        assertTrue(end.isFalseTrip(), end::toString);
        assertTrue(end.value() > 10, end::toString);
        assertEquals("TILT", end.fault());
    }
}
