package gaitd.sim.terrain;

/**
 * A rectangular grid of upright boxes with level tops that reach down without end: tiles, stairs, stepping stones.
 *
 * <p>A cell may hold no box; beyond the grid there are none. Immutable once made; safe from any thread.
 */
public final class Columns {
    /** Top of a cell without a box. */
    public static final float NONE = Float.NEGATIVE_INFINITY;

    /** Cells along x. */
    public final int columns;
    /** Cells along y. */
    public final int rows;
    /** Least x, m. */
    public final double originXM;
    /** Least y, m. */
    public final double originYM;
    /** Length of a cell along x, m. */
    public final double cellXM;
    /** Length of a cell along y, m. */
    public final double cellYM;
    /** Greatest top, m; {@link #NONE} without any box. */
    public final double highestM;

    private final float[] top;

    /**
     * A grid.
     *
     * @param columns cells along x, at least 1
     * @param rows cells along y, at least 1
     * @param originXM least x, m
     * @param originYM least y, m
     * @param cellXM length of a cell along x, above 0, m
     * @param cellYM length of a cell along y, above 0, m
     * @param topM tops, row by row, y slow and x fast, each finite or {@link #NONE}, m; not copied
     * @throws IllegalArgumentException when a size does not fit or a top is neither finite nor NONE
     */
    public Columns(
            final int columns,
            final int rows,
            final double originXM,
            final double originYM,
            final double cellXM,
            final double cellYM,
            final float[] topM) {
        if (columns < 1 || rows < 1 || topM.length != columns * rows || !(cellXM > 0 && cellYM > 0)) {
            throw new IllegalArgumentException("columns need cells above 0 m and columns x rows tops: cells " + cellXM
                    + " x " + cellYM + ", columns " + columns + ", rows " + rows + ", tops " + topM.length);
        }
        float most = NONE;
        for (final float h : topM) {
            if (!Float.isFinite(h) && h != NONE) {
                throw new IllegalArgumentException("columns hold a top of " + h + ", must be finite or none");
            }
            most = Math.max(most, h);
        }
        this.columns = columns;
        this.rows = rows;
        this.originXM = originXM;
        this.originYM = originYM;
        this.cellXM = cellXM;
        this.cellYM = cellYM;
        this.top = topM;
        this.highestM = most;
    }

    /**
     * Top of a cell.
     *
     * @param ix index along x, any
     * @param iy index along y, any
     * @return m, or {@link #NONE} without a box and beyond the grid
     */
    public double top(final int ix, final int iy) {
        return ix < 0 || iy < 0 || ix >= columns || iy >= rows ? NONE : top[iy * columns + ix];
    }

    /**
     * Index along x of the cell of a place; outside 0 to {@link #columns} - 1 beyond the grid.
     *
     * @param x world x, m
     * @return index
     */
    public int indexX(final double x) {
        return (int) Math.floor((x - originXM) / cellXM);
    }

    /**
     * Index along y of the cell of a place; outside 0 to {@link #rows} - 1 beyond the grid.
     *
     * @param y world y, m
     * @return index
     */
    public int indexY(final double y) {
        return (int) Math.floor((y - originYM) / cellYM);
    }
}
