package gaitd.sim.terrain;

/**
 * A coarse map of what the ground near a place does not exceed, so that most of a robot is known to be clear of it.
 *
 * <p>Squares of 0.25 m; each holds the greatest height in it and its eight neighbours. Immutable once made; safe from any
 * thread.
 */
final class HeightBound {
    /** Within this distance of a place the ground does not exceed what {@link #boundM} says, m. */
    static final double REACH_M = 0.25;

    private final int columns;
    private final int rows;
    private final double originXM;
    private final double originYM;
    private final double beyondM;
    private final float[] bound;

    HeightBound(final Terrain terrain) {
        final Extent extent = Extent.of(terrain.grid(), terrain.columns());
        originXM = extent.minX() - REACH_M;
        originYM = extent.minY() - REACH_M;
        columns = (int) Math.ceil((extent.maxX() - originXM) / REACH_M) + 1;
        rows = (int) Math.ceil((extent.maxY() - originYM) / REACH_M) + 1;
        beyondM = terrain.highestM();
        bound = widened(highest(terrain));
    }

    /**
     * Height that the ground within {@link #REACH_M} does not exceed.
     *
     * @param x world x, m
     * @param y world y, m
     * @return world z, m
     */
    double boundM(final double x, final double y) {
        final int ix = (int) Math.floor((x - originXM) * (1 / REACH_M));
        final int iy = (int) Math.floor((y - originYM) * (1 / REACH_M));
        return ix < 0 || iy < 0 || ix >= columns || iy >= rows ? beyondM : bound[iy * columns + ix];
    }

    /** Greatest height in each square, its border included. */
    private float[] highest(final Terrain terrain) {
        final float[] out = new float[columns * rows];
        for (int iy = 0; iy < rows; iy++) {
            for (int ix = 0; ix < columns; ix++) {
                final double x = originXM + ix * REACH_M;
                final double y = originYM + iy * REACH_M;
                final double surface = terrain.grid() == null ? terrain.planeM() : highest(terrain.grid(), x, y);
                final double top = terrain.columns() == null ? Columns.NONE : highest(terrain.columns(), x, y);
                out[iy * columns + ix] = Math.nextUp((float) Math.max(surface, top));
            }
        }
        return out;
    }

    private static double highest(final HeightGrid grid, final double x, final double y) {
        final int fromX = clamp(Math.floor((x - grid.originXM) / grid.cellM), grid.columns);
        final int fromY = clamp(Math.floor((y - grid.originYM) / grid.cellM), grid.rows);
        final int toX = clamp(Math.ceil((x + REACH_M - grid.originXM) / grid.cellM), grid.columns);
        final int toY = clamp(Math.ceil((y + REACH_M - grid.originYM) / grid.cellM), grid.rows);
        double most = Double.NEGATIVE_INFINITY;
        for (int iy = fromY; iy <= toY; iy++) {
            for (int ix = fromX; ix <= toX; ix++) {
                most = Math.max(most, grid.at(ix, iy));
            }
        }
        return most;
    }

    private static double highest(final Columns boxes, final double x, final double y) {
        final int toX = Math.min(boxes.columns - 1, boxes.indexX(x + REACH_M));
        final int toY = Math.min(boxes.rows - 1, boxes.indexY(y + REACH_M));
        double most = Columns.NONE;
        for (int iy = Math.max(0, boxes.indexY(y)); iy <= toY; iy++) {
            for (int ix = Math.max(0, boxes.indexX(x)); ix <= toX; ix++) {
                most = Math.max(most, boxes.top(ix, iy));
            }
        }
        return most;
    }

    private static int clamp(final double index, final int points) {
        return (int) Math.max(0, Math.min(points - 1, index));
    }

    private float[] widened(final float[] own) {
        final float[] out = own.clone();
        for (int iy = 0; iy < rows; iy++) {
            for (int ix = 0; ix < columns; ix++) {
                float most = Float.NEGATIVE_INFINITY;
                for (int ny = Math.max(0, iy - 1); ny <= Math.min(rows - 1, iy + 1); ny++) {
                    for (int nx = Math.max(0, ix - 1); nx <= Math.min(columns - 1, ix + 1); nx++) {
                        most = Math.max(most, own[ny * columns + nx]);
                    }
                }
                out[iy * columns + ix] = most;
            }
        }
        return out;
    }
}
