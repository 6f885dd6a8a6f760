package gaitd.sim.terrain;

/**
 * A rectangular grid of heights with two triangles to a cell, level beyond its edge.
 *
 * <p>Every cell is cut along the diagonal from its corner of least x and y to the one of greatest, as physics engines with
 * height fields do, so that the same numbers are the same ground there. Immutable once made; safe from any thread.
 */
public final class HeightGrid {
    /** Points along x. */
    public final int columns;
    /** Points along y. */
    public final int rows;
    /** Least x, m. */
    public final double originXM;
    /** Least y, m. */
    public final double originYM;
    /** Distance of neighbours along both axes, m. */
    public final double cellM;
    /** Greatest height, m. */
    public final double highestM;
    /** Least height, m. */
    public final double lowestM;

    private final float[] height;

    /**
     * A grid.
     *
     * @param columns points along x, at least 2
     * @param rows points along y, at least 2
     * @param originXM least x, m
     * @param originYM least y, m
     * @param cellM distance of neighbours, above 0, m
     * @param heightM heights, row by row, y slow and x fast, m; not copied
     * @throws IllegalArgumentException when a size does not fit or a height is not finite
     */
    public HeightGrid(
            final int columns,
            final int rows,
            final double originXM,
            final double originYM,
            final double cellM,
            final float[] heightM) {
        if (columns < 2 || rows < 2 || heightM.length != columns * rows || !(cellM > 0)) {
            throw new IllegalArgumentException("height grid needs a cell above 0 m and columns x rows heights, each at"
                    + " least 2: cell " + cellM + ", columns " + columns + ", rows " + rows + ", heights "
                    + heightM.length);
        }
        float most = Float.NEGATIVE_INFINITY;
        float least = Float.POSITIVE_INFINITY;
        for (final float h : heightM) {
            if (!Float.isFinite(h)) {
                throw new IllegalArgumentException("height grid holds " + h + ", must be finite");
            }
            most = Math.max(most, h);
            least = Math.min(least, h);
        }
        this.columns = columns;
        this.rows = rows;
        this.originXM = originXM;
        this.originYM = originYM;
        this.cellM = cellM;
        this.height = heightM;
        this.highestM = most;
        this.lowestM = least;
    }

    /**
     * A height of the grid.
     *
     * @param ix index along x, below {@link #columns}
     * @param iy index along y, below {@link #rows}
     * @return m
     */
    public double at(final int ix, final int iy) {
        return height[iy * columns + ix];
    }

    /**
     * Height of the surface.
     *
     * @param x world x, m
     * @param y world y, m
     * @return world z, m
     */
    public double heightM(final double x, final double y) {
        final double gx = grid(x, originXM, columns);
        final double gy = grid(y, originYM, rows);
        final int ix = Math.min((int) gx, columns - 2);
        final int iy = Math.min((int) gy, rows - 2);
        final double fx = gx - ix;
        final double fy = gy - iy;
        final double h00 = at(ix, iy);
        final double h11 = at(ix + 1, iy + 1);
        if (fy > fx) {
            final double h01 = at(ix, iy + 1);
            return h00 + fy * (h01 - h00) + fx * (h11 - h01);
        }
        final double h10 = at(ix + 1, iy);
        return h00 + fx * (h10 - h00) + fy * (h11 - h10);
    }

    /**
     * Upward unit normal of the triangle below a place.
     *
     * @param x world x, m
     * @param y world y, m
     * @param out the normal, 3
     */
    public void normal(final double x, final double y, final double[] out) {
        final double gx = grid(x, originXM, columns);
        final double gy = grid(y, originYM, rows);
        final int ix = Math.min((int) gx, columns - 2);
        final int iy = Math.min((int) gy, rows - 2);
        final double h00 = at(ix, iy);
        final double h11 = at(ix + 1, iy + 1);
        final double riseX;
        final double riseY;
        if (gy - iy > gx - ix) {
            final double h01 = at(ix, iy + 1);
            riseX = h11 - h01;
            riseY = h01 - h00;
        } else {
            final double h10 = at(ix + 1, iy);
            riseX = h10 - h00;
            riseY = h11 - h10;
        }
        final double scale = 1 / Math.sqrt(cellM * cellM + riseX * riseX + riseY * riseY);
        out[0] = -riseX * scale;
        out[1] = -riseY * scale;
        out[2] = cellM * scale;
    }

    private double grid(final double x, final double origin, final int points) {
        return Math.max(0, Math.min(points - 1, (x - origin) / cellM));
    }
}
