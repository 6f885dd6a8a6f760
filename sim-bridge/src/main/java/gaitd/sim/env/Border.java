package gaitd.sim.env;

import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;

/** Where a terrain ends: a robot this near to the edge of what is shaped has nothing more to learn from it. */
final class Border {
    private static final double MARGIN_M = 0.5;

    private final double minX;
    private final double maxX;
    private final double minY;
    private final double maxY;

    /** The border of the union of grid and columns; none around a plane. */
    Border(final Terrain terrain) {
        final HeightGrid grid = terrain.grid();
        final Columns columns = terrain.columns();
        double lowX = Double.POSITIVE_INFINITY;
        double lowY = Double.POSITIVE_INFINITY;
        double highX = Double.NEGATIVE_INFINITY;
        double highY = Double.NEGATIVE_INFINITY;
        if (grid != null) {
            lowX = grid.originXM;
            lowY = grid.originYM;
            highX = lowX + (grid.columns - 1) * grid.cellM;
            highY = lowY + (grid.rows - 1) * grid.cellM;
        }
        if (columns != null) {
            lowX = Math.min(lowX, columns.originXM);
            lowY = Math.min(lowY, columns.originYM);
            highX = Math.max(highX, columns.originXM + columns.columns * columns.cellXM);
            highY = Math.max(highY, columns.originYM + columns.rows * columns.cellYM);
        }
        final boolean endless = lowX > highX;
        minX = endless ? Double.NEGATIVE_INFINITY : lowX + MARGIN_M;
        minY = endless ? Double.NEGATIVE_INFINITY : lowY + MARGIN_M;
        maxX = endless ? Double.POSITIVE_INFINITY : highX - MARGIN_M;
        maxY = endless ? Double.POSITIVE_INFINITY : highY - MARGIN_M;
    }

    boolean isOutside(final double x, final double y) {
        return !(x >= minX && x <= maxX && y >= minY && y <= maxY);
    }
}
