package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The geometry of what lies across the way. */
class CourseTest {
    private static final double TINY = 1e-6;

    @Test
    void stairsGoUpAndDownStepByStep() {
        final Terrain stairs = Terrains.parse("stairs:0.12,tread=0.4,steps=3", 1);
        final double[] heights = {0.12, 0.24, 0.36, 0.36, 0.36, 0.36, 0.36, 0.36, 0.24, 0.12, 0, 0, 0, 0, 0.12, 0.24};
        for (int cell = 0; cell < heights.length; cell++) {
            for (double y = -19.9; y < 20; y += 6.6) {
                assertEquals(heights[cell], stairs.heightM(1.001 + 0.4 * cell, y), TINY, "step " + cell);
                assertEquals(heights[cell], stairs.heightM(1.399 + 0.4 * cell, y), TINY, "step " + cell);
            }
        }
        assertEquals(0, stairs.heightM(0.999, 0));
    }

    @Test
    void stairsTakeTheSecondValueAsTread() {
        assertEquals(0.45, Terrains.parse("stairs:0.1,0.45", 1).columns().cellXM);
        assertEquals(0.5, Terrains.parse("stairs:0.1", 1).highestM(), TINY);
    }

    @Test
    void theLastFlightOfStairsIsWhole() {
        for (final String name : new String[] {"stairs:0.1", "stairs:0.1,0.6,10", "stairs:0.1,0.2,1"}) {
            final Columns columns = Terrains.parse(name, 1).columns();
            double last = Columns.NONE;
            for (int ix = 0; ix < columns.columns; ix++) {
                final double top = columns.top(ix, 0);
                final double rise = Math.max(top, 0) - Math.max(last, 0);
                assertTrue(Math.abs(rise) < 0.1 + TINY, name);
                last = top;
            }
            assertTrue(last <= 0.1 + TINY, name);
        }
    }

    @Test
    void rampsHaveTheirAngleAndKinksOnGridLines() {
        final Terrain slope = Terrains.parse("slope:20", 1);
        final double top = 3 * Math.tan(Math.toRadians(20));
        final double[][] points = {{-5, 0}, {1, 0}, {2.5, top / 2}, {4, top}, {6, top}, {7.5, top / 2}, {9, 0}, {11, 0}
        };
        for (final double[] point : points) {
            assertEquals(point[1], slope.heightM(point[0], 3.3), TINY, "at " + point[0]);
        }
        assertEquals(top, slope.heightM(14, -9), TINY);
        final double[] normal = new double[3];
        slope.normal(2.2, 0.3, normal);
        assertEquals(Math.cos(Math.toRadians(20)), normal[2], TINY);
        assertTrue(normal[0] < 0);
    }

    @Test
    void aNegativeRampGoesDownFirst() {
        assertEquals(
                -3 * Math.tan(Math.toRadians(10)),
                Terrains.parse("slope:-10", 1).heightM(5, 0),
                TINY);
    }

    @Test
    void gapsAreAsWideAndDeepAsAskedForAndBeamsBetweenThem() {
        final Terrain gaps = Terrains.parse("gaps:0.1,beam=0.42,depth=0.25", 1);
        for (int gap = 0; gap < 70; gap++) {
            final double x = 1 + 0.5 * gap;
            assertEquals(0, gaps.heightM(x - 0.001, 1), "before gap " + gap);
            assertEquals(-0.25, gaps.heightM(x + 0.001, -2), "gap " + gap);
            assertEquals(-0.25, gaps.heightM(x + 0.099, 3), "gap " + gap);
            assertEquals(0, gaps.heightM(x + 0.101, 0), "after gap " + gap);
        }
        assertEquals(0, gaps.heightM(-19.9, 0));
    }

    @Test
    void groundLeansToTheSideAfterATurn() {
        final Terrain across = Terrains.parse("across:20", 1);
        final double rise = Math.tan(Math.toRadians(20));
        assertEquals(0, across.heightM(0.9, 2), TINY);
        assertEquals(rise * 2, across.heightM(3.1, 2), TINY);
        assertEquals(-rise, across.heightM(12, -1), TINY);
        assertEquals(rise, across.heightM(-12, 1), TINY);
        assertEquals(rise / 2, across.heightM(2, 1), TINY);
        assertEquals(3 * rise, across.heightM(30, 15), TINY);
        assertEquals(-rise, Terrains.parse("across:-20", 1).heightM(5, 1), TINY);
    }

    @Test
    void debrisLiesAboutButNotAtTheStart() {
        final Terrain debris = Terrains.parse("debris:0.1", 4);
        int lying = 0;
        int squares = 0;
        for (double x = -7.95; x < 8; x += 0.1) {
            for (double y = -7.95; y < 8; y += 0.1) {
                final double height = debris.heightM(x, y);
                assertTrue(height == 0 || (height >= 0.03 - TINY && height <= 0.1 + TINY), "height " + height);
                assertTrue(height == 0 || x * x + y * y > 0.25, "at the start");
                lying += height > 0 ? 1 : 0;
                squares++;
            }
        }
        final double covered = lying / (double) squares;
        assertTrue(covered > 0.07 && covered < 0.14, "covered " + covered);
        assertEquals(0, Terrains.parse("debris:0", 4).heightM(5.55, 5.55));
        assertTrue(debris.heightM(5.55, 5.55) != Terrains.parse("debris:0.1", 5).heightM(5.55, 5.55)
                || debris.heightM(2.55, 5.55) != Terrains.parse("debris:0.1", 5).heightM(2.55, 5.55)
                || debris.heightM(3.35, 3.35) != Terrains.parse("debris:0.1", 5).heightM(3.35, 3.35));
    }

    @Test
    void stepsDownOnce() {
        final Terrain step = Terrains.parse("stepdown:0.15", 1);
        assertEquals(0, step.heightM(1.999, 5));
        assertEquals(-0.15, step.heightM(2.001, 5));
        assertEquals(-0.15, step.heightM(39, 0));
    }

    @Test
    void wavesHaveTheirLengthAndAmplitude() {
        final Terrain waves = Terrains.parse("waves:0.05,length=4", 3);
        double most = 0;
        for (double x = 5; x < 15; x += 0.1) {
            for (double y = 5; y < 15; y += 0.1) {
                assertEquals(waves.heightM(x, y), waves.heightM(x + 4, y - 4), 1e-6);
                most = Math.max(most, waves.heightM(x, y));
            }
        }
        assertTrue(most > 0.049 && most <= 0.05, "most " + most);
        assertEquals(-0.014089522, Terrains.parse("waves:0.06", 7).heightM(3, 4), 5e-9);
    }

    @Test
    void theMixedCourseHasSurfaceAndColumnsAndLevelGroundBetweenPieces() {
        final Terrain mixed = Terrains.parse("mixed:1", 4);
        for (final double x : new double[] {1.2, 7, 13, 18, 22.7, 27.5, 35, 39}) {
            for (double y = -9; y < 9; y += 0.7) {
                assertEquals(0, mixed.heightM(x, y), "at " + x);
            }
        }
        assertEquals(2 * Math.tan(Math.toRadians(20)), mixed.heightM(10, 1), TINY);
        assertEquals(0.64, mixed.heightM(20.4, 1), TINY);
        assertEquals(0.16, mixed.heightM(18.6, 1), TINY);
        assertEquals(-0.4, mixed.heightM(24.05, 1), TINY);
        assertEquals(0, mixed.heightM(24.15, 1), TINY);
        assertEquals(0.1, spread(mixed, 28, 34) / 2, 0.001);
        assertEquals(0.08, spread(mixed, 13.5, 17.5), 0.002);
        assertEquals(0.12, spread(mixed, 1.6, 6.4), 0.002);
    }

    @Test
    void hardnessScalesTheMixedCourse() {
        final Terrain hard = Terrains.parse("mixed:1", 4);
        final Terrain half = Terrains.parse("mixed", 4);
        for (double x = 0; x < 40; x += 0.17) {
            assertEquals(hard.heightM(x, 1.03) / 2, half.heightM(x, 1.03), TINY);
        }
    }

    private static double spread(final Terrain ground, final double fromX, final double toX) {
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (double x = fromX + 0.01; x < toX; x += 0.02) {
            for (double y = -9.5; y < 9.5; y += 0.02) {
                least = Math.min(least, ground.heightM(x, y));
                most = Math.max(most, ground.heightM(x, y));
            }
        }
        return most - least;
    }
}
