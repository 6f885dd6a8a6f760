package gaitd.sim.terrain;

/**
 * A square grid of heights, joined smoothly between its points and level beyond its edge.
 *
 * <p>Bilinear in smoothstep weights t t (3 - 2 t), so the slope has no jump where cells meet and is 0 at the points. The
 * normal is that of the exact slope. Immutable; safe from any thread.
 */
public final class HeightFieldTerrain implements Terrain {
    private final String name;
    private final double originM;
    private final double cellM;
    private final int points;
    private final float[] height;

    /**
     * A grid.
     *
     * @param name the name it is asked for by
     * @param originM x and y of the first point, m
     * @param cellM distance of neighbours, above 0, m
     * @param points points along each side, at least 2
     * @param heightM heights, row by row, y slow and x fast, points x points, m; not copied
     * @throws IllegalArgumentException when a size does not fit
     */
    public HeightFieldTerrain(
            final String name, final double originM, final double cellM, final int points, final float[] heightM) {
        if (points < 2 || heightM.length != points * points || !(cellM > 0)) {
            throw new IllegalArgumentException(
                    "height field needs a cell above 0 m and n x n heights, n at least 2: cell " + cellM + ", n "
                            + points + ", heights " + heightM.length);
        }
        this.name = name;
        this.originM = originM;
        this.cellM = cellM;
        this.points = points;
        this.height = heightM;
    }

    @Override
    public double heightM(final double x, final double y) {
        final double gx = grid(x);
        final double gy = grid(y);
        final int ix = cell(gx);
        final int iy = cell(gy);
        final double wx = smooth(gx - ix);
        final int at = iy * points + ix;
        final double near = height[at] + wx * (height[at + 1] - height[at]);
        final double far = height[at + points] + wx * (height[at + points + 1] - height[at + points]);
        return near + smooth(gy - iy) * (far - near);
    }

    @Override
    public void normal(final double x, final double y, final double[] out) {
        final double gx = grid(x);
        final double gy = grid(y);
        final int ix = cell(gx);
        final int iy = cell(gy);
        final double wx = smooth(gx - ix);
        final double wy = smooth(gy - iy);
        final int at = iy * points + ix;
        final double riseNear = height[at + 1] - height[at];
        final double riseFar = height[at + points + 1] - height[at + points];
        final double near = height[at] + wx * riseNear;
        final double far = height[at + points] + wx * riseFar;
        final double sx = steepness(gx - ix) * (riseNear + wy * (riseFar - riseNear)) / cellM;
        final double sy = steepness(gy - iy) * (far - near) / cellM;
        final double scale = 1 / Math.sqrt(1 + sx * sx + sy * sy);
        out[0] = -sx * scale;
        out[1] = -sy * scale;
        out[2] = scale;
    }

    private double grid(final double x) {
        return Math.max(0, Math.min(points - 1, (x - originM) / cellM));
    }

    private int cell(final double grid) {
        return Math.min((int) grid, points - 2);
    }

    private static double smooth(final double t) {
        return t * t * (3 - 2 * t);
    }

    private static double steepness(final double t) {
        return 6 * t * (1 - t);
    }

    @Override
    public String name() {
        return name;
    }
}
