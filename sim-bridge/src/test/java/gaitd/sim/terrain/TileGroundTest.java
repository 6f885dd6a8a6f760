package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Heights and places of tiles. */
class TileGroundTest {
    private static final double HEIGHT_M = 0.04;
    private static final Terrain TILES = Terrains.parse("tiles:0.04", 7);

    @Test
    void heightsAreEvenlyDistributed() {
        final int side = 180;
        double sum = 0;
        double squares = 0;
        double least = 0;
        double most = 0;
        for (int iy = 5; iy < 5 + side; iy++) {
            for (int ix = 5; ix < 5 + side; ix++) {
                final double h = TILES.columns().top(ix, iy);
                sum += h;
                squares += h * h;
                least = Math.min(least, h);
                most = Math.max(most, h);
            }
        }
        final double n = side * side;
        // Three standard errors of the mean and of the mean square of an even distribution.
        assertEquals(0, sum / n, 3 * HEIGHT_M / Math.sqrt(3 * n));
        assertEquals(HEIGHT_M * HEIGHT_M / 3, squares / n, 3 * HEIGHT_M * HEIGHT_M * 0.298 / Math.sqrt(n));
        assertTrue(least >= -HEIGHT_M && least < -0.99 * HEIGHT_M, "least " + least);
        assertTrue(most <= HEIGHT_M && most > 0.99 * HEIGHT_M, "most " + most);
    }

    @Test
    void aTileIsLevelAndItsNeighbourAnother() {
        final double[] normal = new double[3];
        for (double x = 1.81; x < 2.19; x += 0.05) {
            assertEquals(TILES.heightM(2, 2), TILES.heightM(x, 2));
            TILES.normal(x, 2, normal);
            assertEquals(1, normal[2]);
        }
        assertNotEquals(TILES.heightM(2, 2), TILES.heightM(2.4, 2));
        assertNotEquals(TILES.heightM(2, 2), TILES.heightM(2, 2.4));
    }

    @Test
    void sidesAreAsAskedFor() {
        final Columns small = Terrains.parse("tiles:0.04,side=0.3", 7).columns();
        assertEquals(0.3, small.cellXM);
        assertEquals(0.3, small.cellYM);
        assertTrue(small.originXM <= -GroundGrid.HALF_SIDE_M);
        assertTrue(small.originXM + small.columns * 0.3 >= GroundGrid.HALF_SIDE_M);
        assertEquals(0, small.top(small.columns / 2, small.rows / 2));
    }

    @Test
    void noTileIsBelowThePlane() {
        assertEquals(-HEIGHT_M, TILES.planeM());
    }

    @Test
    void heightsAreTheSameOnEveryMachine() {
        assertEquals(0.017601950094103813, TILES.heightM(2, 2), 1e-9);
    }
}
