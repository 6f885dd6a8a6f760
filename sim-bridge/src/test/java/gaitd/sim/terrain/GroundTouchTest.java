package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Spheres against plane, boxes and grids; expected values from drawing the figure or from dense sampling. */
class GroundTouchTest {
    private static final double NO = Double.POSITIVE_INFINITY;
    private static final double R = 0.02;
    private static final double REACH = 0.015;

    private static GroundTouch touch(final Terrain terrain, final double x, final double y, final double z) {
        final GroundTouch out = new GroundTouch(terrain);
        out.sphere(x, y, z, R, REACH);
        return out;
    }

    private static void contact(
            final GroundTouch touch, final int k, final double gap, final double nx, final double ny, final double nz) {
        assertEquals(gap, touch.gapM[k], 1e-12);
        assertArrayEquals(
                new double[] {nx, ny, nz}, Arrays.copyOfRange(touch.normal, 3 * k, 3 * k + 3), 1e-12, "contact " + k);
    }

    private static void absent(final GroundTouch touch, final int... contacts) {
        for (final int k : contacts) {
            assertEquals(NO, touch.gapM[k], 0, "contact " + k);
        }
    }

    /** Cells of 0.1 m from the origin, 4 x 4, all of one height but those given as x, y, top in dm, dm, m. */
    private static Terrain boxes(final double planeM, final double all, final double... cells) {
        final float[] top = new float[16];
        Arrays.fill(top, (float) all);
        for (int i = 0; i < cells.length; i += 3) {
            top[(int) (4 * cells[i + 1] + cells[i])] = (float) cells[i + 2];
        }
        return new Terrain("boxes", planeM, null, new Columns(4, 4, 0, 0, 0.1, 0.1, top));
    }

    @Test
    void planeHasOneContact() {
        final GroundTouch t = touch(Terrain.FLAT, 3, -2, 0.015);
        contact(t, 0, -0.005, 0, 0, 1);
        absent(t, 1, 2);
    }

    @Test
    void levelTilesHaveNoContactsAtTheirSeams() {
        final Terrain tiles = boxes(0, 0.5);
        for (double x = 0.101; x < 0.3; x += 0.007) {
            for (double y = 0.101; y < 0.3; y += 0.007) {
                final GroundTouch t = touch(tiles, x, y, 0.515);
                contact(t, 0, -0.005, 0, 0, 1);
                absent(t, 1, 2);
            }
        }
    }

    @Test
    void floorAndTwoRisersMeetInACorner() {
        final Terrain corner = boxes(0, Columns.NONE, 2, 1, 0.5, 1, 2, 0.5, 2, 2, 0.5);
        final GroundTouch t = touch(corner, 0.19, 0.185, 0.018);
        contact(t, 0, -0.002, 0, 0, 1);
        contact(t, 1, -0.01, -1, 0, 0);
        contact(t, 2, -0.005, 0, -1, 0);
    }

    @Test
    void outerEdgesAndCornersPushAlongTheShortestWay() {
        final Terrain post = boxes(-1, Columns.NONE, 1, 1, 0.5);
        contact(touch(post, 0.2 + 0.006, 0.15, 0.5 + 0.008), 1, 0.01 - R, 0.6, 0, 0.8);
        contact(touch(post, 0.15, 0.1 - 0.006, 0.5 + 0.008), 2, 0.01 - R, 0, -0.6, 0.8);
        contact(touch(post, 0.2 + 0.006, 0.2 + 0.008, 0.3), 1, 0.01 - R, 0.6, 0.8, 0);
        final double third = 0.012;
        contact(touch(post, 0.2 + third, 0.2 + third, 0.5 + third), 1, Math.sqrt(3) * third - R, d3(), d3(), d3());
    }

    private static double d3() {
        return 1 / Math.sqrt(3);
    }

    @Test
    void aWallOfTwoCellsHasNoSeam() {
        final Terrain wall = boxes(0, Columns.NONE, 2, 0, 0.5, 2, 1, 0.5, 2, 2, 0.5);
        for (double y = 0.05; y < 0.25; y += 0.003) {
            final GroundTouch t = touch(wall, 0.185, y, 0.2);
            contact(t, 1, 0.015 - R, -1, 0, 0);
            absent(t, 2);
        }
    }

    @Test
    void aSeamIsOpenAboveTheLowerCell() {
        final Terrain steps = boxes(0, Columns.NONE, 2, 1, 0.3, 2, 2, 0.5);
        final GroundTouch t = touch(steps, 0.2 - 0.006, 0.2 - 0.008, 0.35);
        contact(t, 1, 0.01 - R, -0.6, -0.8, 0);
        absent(t, 0, 2);
    }

    @Test
    void deepCentresLeaveByTheNearestOpenFace() {
        final Terrain two = boxes(0, Columns.NONE, 1, 1, 0.5, 2, 1, 0.5);
        final GroundTouch side = touch(two, 0.103, 0.15, 0.45);
        contact(side, 1, -0.003 - R, -1, 0, 0);
        absent(side, 0, 2);
        final GroundTouch seam = touch(two, 0.199, 0.145, 0.45);
        contact(seam, 2, -0.045 - R, 0, -1, 0);
        absent(seam, 0, 1);
        final GroundTouch top = touch(two, 0.199, 0.15, 0.499);
        contact(top, 0, 0.499 - 0.5 - R, 0, 0, 1);
        absent(top, 1, 2);
        final GroundTouch plane = touch(two, 0.05, 0.15, -0.05);
        contact(plane, 0, -0.05 - R, 0, 0, 1);
        absent(plane, 1, 2);
    }

    @Test
    void centreOnAFaceIsPushedOutOfIt() {
        final Terrain post = boxes(-1, Columns.NONE, 0, 1, 0.5);
        contact(touch(post, 0.1, 0.15, 0.4), 1, -R, 1, 0, 0);
    }

    @Test
    void boxesOnAGridHideTheSurfaceBelowThem() {
        final Terrain both = new Terrain(
                "both",
                0,
                new HeightGrid(3, 3, 0, 0, 0.2, new float[9]),
                new Columns(1, 1, 0.1, 0.1, 0.1, 0.1, new float[] {0.25f}));
        final GroundTouch top = touch(both, 0.15, 0.15, 0.26);
        contact(top, 0, -0.01, 0, 0, 1);
        absent(top, 1, 2);
        final GroundTouch foot = touch(both, 0.21, 0.15, 0.019);
        contact(foot, 0, -0.001, 0, 0, 1);
        contact(foot, 1, -0.01, 1, 0, 0);
        absent(foot, 2);
    }

    /** A roof along y: 0.1 m high at x = 0.5, falling by 1 in 1, turned over when high is negative. */
    private static Terrain roof(final double high) {
        final float[] height = new float[11 * 11];
        for (int i = 0; i < height.length; i++) {
            height[i] = (float) (high - Math.signum(high) * 0.1 * Math.abs(i % 11 - 5));
        }
        return new Terrain("roof", 0, new HeightGrid(11, 11, 0, 0, 0.1, height), null);
    }

    @Test
    void ridgeTouchesAtItsEdgeAndFlanksAtTheirFaces() {
        final Terrain ridge = roof(0.5);
        final GroundTouch edge = touch(ridge, 0.503, 0.43, 0.51);
        final double distance = Math.hypot(0.003, 0.01);
        contact(edge, 0, distance - R, 0.003 / distance, 0, 0.01 / distance);
        absent(edge, 1, 2);
        final GroundTouch flank = touch(ridge, 0.63, 0.43, 0.39);
        assertEquals(0.02 / Math.sqrt(2) - R, flank.gapM[0], 1e-6);
        assertEquals(Math.sqrt(0.5), flank.normal[0], 1e-6);
        absent(flank, 1, 2);
    }

    @Test
    void valleyTouchesBothFlanksInTheOrderOfTheirNormals() {
        final Terrain valley = roof(-0.5);
        for (final double x : new double[] {0.498, 0.502}) {
            final GroundTouch t = touch(valley, x, 0.43, -0.475);
            assertEquals((0.025 + x - 0.5) / Math.sqrt(2) - R, t.gapM[1], 1e-6);
            assertEquals((0.025 - x + 0.5) / Math.sqrt(2) - R, t.gapM[0], 1e-6);
            assertEquals(-Math.sqrt(0.5), t.normal[0], 1e-6);
            assertEquals(Math.sqrt(0.5), t.normal[3], 1e-6);
            absent(t, 2);
        }
    }

    @Test
    void levelGridIsAPlaneAlsoBeyondItsEdge() {
        final float[] height = new float[25];
        Arrays.fill(height, 0.25f);
        final Terrain level = new Terrain("level", 0, new HeightGrid(5, 5, 0, 0, 0.1, height), null);
        final Random random = new Random(8);
        for (int i = 0; i < 2000; i++) {
            final GroundTouch t = touch(level, random.nextDouble() - 0.3, random.nextDouble() - 0.3, 0.26);
            contact(t, 0, -0.01, 0, 0, 1);
            absent(t, 1, 2);
        }
        contact(touch(level, 0.2, 0.2, 0.25), 0, -R, 0, 0, 1);
        contact(touch(level, 0.23, 0.21, 0.2), 0, -0.05 - R, 0, 0, 1);
    }

    @Test
    void nearestContactOnRoughGridIsWhatDenseSamplingFinds() {
        final Random random = new Random(4);
        final float[] height = new float[121];
        for (int i = 0; i < height.length; i++) {
            height[i] = 0.08f * random.nextFloat();
        }
        final Terrain rough = new Terrain("rough", 0, new HeightGrid(11, 11, 0, 0, 0.1, height), null);
        for (int i = 0; i < 150; i++) {
            final double x = 0.2 + 0.6 * random.nextDouble();
            final double y = 0.2 + 0.6 * random.nextDouble();
            final boolean below = i % 5 == 0;
            final double z = rough.heightM(x, y) + (below ? -0.02 : 0.03) * random.nextDouble();
            final GroundTouch t = touch(rough, x, y, z);
            final double distance = sampled(rough, x, y, z);
            assertEquals((below ? -distance : distance) - R, t.gapM[t.deepest()], 5e-5, "case " + i);
            for (int k = 0; k < 3; k++) {
                if (t.gapM[k] < NO) {
                    onSurface(rough, x, y, z, t, k);
                }
            }
        }
    }

    private static double sampled(final Terrain terrain, final double x, final double y, final double z) {
        double least = NO;
        for (double dx = -0.04; dx < 0.04; dx += 0.0004) {
            for (double dy = -0.04; dy < 0.04; dy += 0.0004) {
                final double dz = z - terrain.heightM(x + dx, y + dy);
                least = Math.min(least, dx * dx + dy * dy + dz * dz);
            }
        }
        return Math.sqrt(least);
    }

    /** The place a contact names lies on the surface, and its normal is a unit vector that points up. */
    private static void onSurface(
            final Terrain terrain, final double x, final double y, final double z, final GroundTouch t, final int k) {
        final double d = t.gapM[k] + R;
        final double nx = t.normal[3 * k];
        final double ny = t.normal[3 * k + 1];
        final double nz = t.normal[3 * k + 2];
        assertEquals(1, nx * nx + ny * ny + nz * nz, 1e-9);
        assertTrue(nz > 0, "normal z " + nz);
        assertEquals(terrain.heightM(x - d * nx, y - d * ny), z - d * nz, 1e-9);
    }

    @Test
    void coarseBoundIsNeverExceededNearby() {
        final Terrain rough = Terrains.parse("rough:0.1", 6);
        final Terrain steps = boxes(0, Columns.NONE, 1, 1, 0.5, 3, 2, 0.2);
        final Random random = new Random(12);
        for (int i = 0; i < 20_000; i++) {
            final double x = 3 * random.nextDouble() - 1;
            final double y = 3 * random.nextDouble() - 1;
            final double dx = 0.25 * (2 * random.nextDouble() - 1);
            final double dy = 0.25 * (2 * random.nextDouble() - 1);
            assertTrue(rough.boundM(x, y) >= rough.heightM(x + dx, y + dy));
            assertTrue(steps.boundM(x, y) >= steps.heightM(x + dx, y + dy));
        }
        assertEquals(0.2, steps.boundM(0.6, 0.6), 1e-6);
        assertEquals(0.5, steps.boundM(50, 50), 1e-6);
        assertEquals(0, Terrain.FLAT.boundM(1, 2), 0);
    }
}
