package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, bounds and normals of terrains. */
class TerrainsTest {
    private static final Terrain ROUGH = Terrains.parse("rough:0.02", 7);

    @Test
    void flatGroundIsLevel() {
        final Terrain flat = Terrains.parse("flat", 1);
        final double[] n = new double[3];
        flat.normal(3, 4, n);
        assertEquals("flat", flat.name());
        assertEquals(0, flat.heightM(3, 4));
        assertEquals(1, n[2]);
        assertEquals(0, n[0] + n[1]);
    }

    @Test
    void roughGroundIsFlatAtTheStartAndWithinItsAmplitudeElsewhere() {
        double lowest = 0;
        double highest = 0;
        for (double x = -39.9; x < 40; x += 0.173) {
            for (double y = -39.9; y < 40; y += 0.191) {
                final double h = ROUGH.heightM(x, y);
                lowest = Math.min(lowest, h);
                highest = Math.max(highest, h);
                if (Math.hypot(x, y) < 0.5) {
                    assertEquals(0, h);
                }
            }
        }
        assertTrue(lowest < -0.019 && lowest >= -0.02, "lowest " + lowest);
        assertTrue(highest > 0.019 && highest <= 0.02, "highest " + highest);
    }

    @Test
    void seedDecidesTheGround() {
        final Terrain same = Terrains.parse("rough:0.02", 7);
        final Terrain other = Terrains.parse("rough:0.02", 8);
        assertEquals(ROUGH.heightM(2.03, -1.41), same.heightM(2.03, -1.41));
        assertNotEquals(ROUGH.heightM(2.03, -1.41), other.heightM(2.03, -1.41));
        assertEquals("rough:0.02", ROUGH.name());
    }

    @Test
    void heightsAreTheSameOnEveryMachine() {
        assertEquals(-0.010497389361262321, ROUGH.heightM(2.0, -1.4), 1e-12);
    }

    @Test
    void normalIsUnitAndFollowsTheSlope() {
        final double[] n = new double[3];
        final double e = 1e-6;
        for (double x = 1.0131; x < 3; x += 0.0317) {
            final double y = 4 - 1.7 * x;
            ROUGH.normal(x, y, n);
            assertEquals(1, Math.sqrt(n[0] * n[0] + n[1] * n[1] + n[2] * n[2]), 1e-12);
            assertEquals((ROUGH.heightM(x + e, y) - ROUGH.heightM(x - e, y)) / (2 * e), -n[0] / n[2], 1e-5);
            assertEquals((ROUGH.heightM(x, y + e) - ROUGH.heightM(x, y - e)) / (2 * e), -n[1] / n[2], 1e-5);
        }
    }

    @Test
    void goesThroughItsPointsAndIsLevelBeyondItsEdge() {
        final HeightGrid grid = new HeightGrid(3, 3, -1, -1, 1, new float[] {0, 1, 2, 0, 1, 2, 5, 1, 2});
        final Terrain ramp = new Terrain("ramp", 0, grid, null);
        assertEquals(1, ramp.heightM(0, 0), 1e-12);
        assertEquals(0.5, ramp.heightM(-0.5, -0.5), 1e-12);
        assertEquals(5, ramp.heightM(-1, 1), 1e-12);
        assertEquals(2, ramp.heightM(50, 0), 1e-12);
        assertEquals(5, ramp.heightM(-50, 90), 1e-12);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Flat", "rough", "rough:", "rough:x", "rough:-0.01", "rough:0.11", "rough:NaN", "lava"})
    void refusesOtherNamesInOneLine(final String name) {
        final String message = assertThrows(IllegalArgumentException.class, () -> Terrains.parse(name, 1))
                .getMessage();
        assertTrue(message.contains("rough:0.02") && message.contains("\"" + name + "\""), message);
        assertTrue(!message.contains("\n"), message);
    }

    @Test
    void cutsCellsFromLeastToGreatestCorner() {
        final HeightGrid grid = new HeightGrid(2, 2, 0, 0, 1, new float[] {0, 1, 3, 0});
        assertEquals(0, grid.heightM(0.5, 0.5), 1e-12);
        assertEquals(0.5, grid.heightM(0.75, 0.25), 1e-12);
        assertEquals(1.5, grid.heightM(0.25, 0.75), 1e-12);
    }

    @Test
    void columnsStandOutOfTheSurface() {
        final Columns boxes = new Columns(2, 1, 1, -1, 0.5, 2, new float[] {0.2f, Columns.NONE});
        final Terrain ground = new Terrain("box", -0.1, null, boxes);
        assertEquals(0.2, ground.heightM(1.25, 0), 1e-7);
        assertEquals(-0.1, ground.heightM(1.75, 0));
        assertEquals(-0.1, ground.heightM(0.9, 0));
        assertEquals(-0.1, ground.heightM(1.25, 1.1));
        assertEquals(0.2, ground.highestM(), 1e-7);
    }

    @Test
    void refusesAGridOfAnotherSize() {
        final float[] three = new float[3];
        final float[] four = {0, 0, 0, Float.NaN};
        assertThrows(IllegalArgumentException.class, () -> new HeightGrid(2, 2, 0, 0, 0.1, three));
        assertThrows(IllegalArgumentException.class, () -> new HeightGrid(3, 1, 0, 0, 0.1, three));
        assertThrows(IllegalArgumentException.class, () -> new HeightGrid(2, 2, 0, 0, 0.1, four));
        assertThrows(IllegalArgumentException.class, () -> new HeightGrid(2, 2, 0, 0, 0, new float[4]));
        assertThrows(IllegalArgumentException.class, () -> new Columns(2, 2, 0, 0, 1, 1, three));
        assertThrows(IllegalArgumentException.class, () -> new Columns(2, 2, 0, 0, 1, 1, four));
        assertThrows(IllegalArgumentException.class, () -> new Columns(1, 3, 0, 0, 1, 0, three));
    }
}
