package gaitd.sim.terrain;

import java.util.Arrays;

/** Boards, bricks and blocks that lie about on a plane: at most one in each square of 0.8 m, its place, size, way and height drawn. */
final class DebrisGround {
    private static final double CELL_M = 0.1;
    /** Cells along a square in which one piece lies. */
    private static final int SQUARE = 8;

    private static final int LONGEST = 7;
    private static final int WIDEST = 3;
    private static final double LOWEST = 0.3;
    private static final int PURPOSES = 7;

    private final float[] top;
    private final int cells;
    private final TerrainRequest request;

    private DebrisGround(final TerrainRequest request) {
        this.request = request;
        cells = (int) Math.round(2 * GroundGrid.HALF_SIDE_M / CELL_M);
        top = new float[cells * cells];
        Arrays.fill(top, Columns.NONE);
    }

    /**
     * The ground.
     *
     * @param request with {@code height} and {@code share}
     * @return columns over the plane z = 0
     */
    static Terrain make(final TerrainRequest request) {
        final DebrisGround ground = new DebrisGround(request);
        for (int iy = 0; iy < ground.cells / SQUARE; iy++) {
            for (int ix = 0; ix < ground.cells / SQUARE; ix++) {
                ground.drop(ix, iy);
            }
        }
        final double leastM = -GroundGrid.HALF_SIDE_M;
        return new Terrain(
                request.name,
                0,
                null,
                new Columns(ground.cells, ground.cells, leastM, leastM, CELL_M, CELL_M, ground.top),
                new Extent(leastM, leastM, -leastM, -leastM));
    }

    private void drop(final int ix, final int iy) {
        if (drawn(ix, iy, 0) >= request.get("share")) {
            return;
        }
        final int length = whole(ix, iy, 1, 2, LONGEST);
        final int width = whole(ix, iy, 2, 1, WIDEST);
        final boolean along = drawn(ix, iy, 3) < 0.5;
        final int nx = along ? length : width;
        final int ny = along ? width : length;
        final int firstX = ix * SQUARE + whole(ix, iy, 4, 0, SQUARE - nx);
        final int firstY = iy * SQUARE + whole(ix, iy, 5, 0, SQUARE - ny);
        final float height = (float) (request.get("height") * (LOWEST + (1 - LOWEST) * drawn(ix, iy, 6)));
        if (height <= 0 || isStart(firstX, nx, firstY, ny)) {
            return;
        }
        for (int y = firstY; y < firstY + ny; y++) {
            Arrays.fill(top, y * cells + firstX, y * cells + firstX + nx, height);
        }
    }

    private static boolean isStart(final int firstX, final int nx, final int firstY, final int ny) {
        final double x = nearest(firstX, nx);
        final double y = nearest(firstY, ny);
        return x * x + y * y < Terrains.START_RADIUS_M * Terrains.START_RADIUS_M;
    }

    /** How far cells are from the origin along an axis. */
    private static double nearest(final int first, final int count) {
        final double leastM = first * CELL_M - GroundGrid.HALF_SIDE_M;
        return Math.max(0, Math.max(leastM, -(leastM + count * CELL_M)));
    }

    private int whole(final int ix, final int iy, final int purpose, final int least, final int most) {
        return Math.min(most, least + (int) (drawn(ix, iy, purpose) * (most - least + 1)));
    }

    /** From 0 to 1. */
    private double drawn(final int ix, final int iy, final int purpose) {
        return 0.5 + 0.5 * GroundNoise.drawn(ix * PURPOSES + purpose, iy, request.seed);
    }
}
