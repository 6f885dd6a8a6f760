package gaitd.lab.course;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.walks.Interval;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Hardness, score and verdicts, by hand. */
class CourseRulesTest {
    private static final CourseLadder LADDER =
            Rungs.speed("any", "any, m/s", v -> CourseDrive.hold(v, 0, 0, false), 1, 2, 4);

    /** Walks that succeed where the text has an s. */
    private static CourseWalks walks(final String ends) {
        final CourseWalks walks = new CourseWalks(ends.length());
        for (int i = 0; i < ends.length(); i++) {
            walks.end()[i] = CourseEnd.of(ends.charAt(i));
        }
        for (final double[] figure : walks.figure()) {
            Arrays.fill(figure, Double.NaN);
        }
        return walks;
    }

    @Test
    void hardnessIsInterpolatedWhereSuccessFallsBelowEightyPercent() {
        assertEquals(3, CourseHardness.of(LADDER, new double[] {1, 1, 0.6}).level(), 1e-12);
        assertEquals(2, CourseHardness.of(LADDER, new double[] {1, 0.8, 0}).level(), 1e-12);
        assertEquals(0.2, CourseHardness.of(LADDER, new double[] {0, 0, 0}).level(), 1e-12);
        assertFalse(CourseHardness.of(LADDER, new double[] {1, 1, 0.79}).isBeyond());
        final CourseHardness all = CourseHardness.of(LADDER, new double[] {1, 1, 0.8});
        assertTrue(all.isBeyond());
        assertEquals(4, all.level());
        assertEquals(">4", all.text());
    }

    @Test
    void hardnessMayFallInTheLaddersUnit() {
        final CourseLadder ice = Rungs.robot("any", "any", 0.8, level -> to -> to, 0.4, 0.2);
        assertEquals(0.3, CourseHardness.of(ice, new double[] {1, 0.6}).level(), 1e-12);
    }

    @Test
    void sharesThatRiseArePooled() {
        assertArrayEquals(new double[] {0.75, 0.75, 0.2}, CourseHardness.falling(new double[] {0.5, 1, 0.2}), 1e-12);
        assertArrayEquals(new double[] {0.5, 0.5, 0.5}, CourseHardness.falling(new double[] {0.2, 0.3, 1}), 1e-12);
        assertArrayEquals(new double[] {1, 0.5, 0}, CourseHardness.falling(new double[] {1, 0.5, 0}), 1e-12);
    }

    @Test
    void theScoreIsTheMeanOfConditionsWhateverTheirNumberOfLevels() {
        final Interval score = CourseScore.of(List.of(List.of(walks("ssss"), walks("ssff")), List.of(walks("fmxf"))));
        assertEquals(37.5, score.value(), 1e-9);
        assertTrue(score.low() > 15 && score.low() < 30 && score.high() < 60, score.toString());
    }

    @Test
    void theSignTestIsExact() {
        assertEquals(1, CourseVerdict.chance(0, 0));
        assertEquals(1, CourseVerdict.chance(1, 0), 1e-12);
        assertEquals(2.0 / 64, CourseVerdict.chance(6, 0), 1e-12);
        assertEquals(2.0 * (1 + 8) / 256, CourseVerdict.chance(1, 7), 1e-12);
        assertEquals(1, CourseVerdict.chance(2000, 2000), 1e-9);
    }

    @Test
    void verdictsComeFromPairsAndAreCorrectedForTheirNumber() {
        final List<List<CourseWalks>> none =
                List.of(List.of(walks("ssssssss")), List.of(walks("ffffffff")), List.of(walks("ssssssmm")));
        final List<List<CourseWalks>> policy =
                List.of(List.of(walks("ffffffff")), List.of(walks("ssssssss")), List.of(walks("mmmmmmmm")));
        final List<CourseVerdict> verdicts = CourseVerdict.of(policy, none);
        assertEquals(
                List.of(CourseVerdict.Says.WORSE, CourseVerdict.Says.BETTER, CourseVerdict.Says.WORSE),
                verdicts.stream().map(CourseVerdict::says).toList());
        assertEquals(8, verdicts.getFirst().worse());
        assertEquals(8, verdicts.get(1).better());
        final List<List<CourseWalks>> same = List.of(none.get(0), none.get(1), policy.get(2));
        assertEquals(
                CourseVerdict.Says.SAME,
                CourseVerdict.of(same, none).get(2).says(),
                "6 of 6 is a chance of 1 in 32, and one of three conditions");
        assertEquals(
                CourseVerdict.Says.WORSE,
                CourseVerdict.of(same.subList(2, 3), none.subList(2, 3))
                        .getFirst()
                        .says());
    }
}
