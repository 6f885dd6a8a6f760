package gaitd.sim.terrain;

/**
 * A rectangle of ground: where a terrain is laid out, or what its grid and columns cover together.
 *
 * @param minX world x, m
 * @param minY world y, m
 * @param maxX world x, m
 * @param maxY world y, m
 */
public record Extent(double minX, double minY, double maxX, double maxY) {
    /** Of a plane. */
    public static final Extent ENDLESS = new Extent(
            Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);

    /** What a surface and what stands out of it cover together; either may be null. */
    static Extent of(final HeightGrid grid, final Columns columns) {
        if (grid == null) {
            return columns == null ? ENDLESS : of(columns);
        }
        return columns == null ? of(grid) : of(grid).union(of(columns));
    }

    private static Extent of(final HeightGrid grid) {
        return new Extent(
                grid.originXM,
                grid.originYM,
                grid.originXM + (grid.columns - 1) * grid.cellM,
                grid.originYM + (grid.rows - 1) * grid.cellM);
    }

    private static Extent of(final Columns columns) {
        return new Extent(
                columns.originXM,
                columns.originYM,
                columns.originXM + columns.columns * columns.cellXM,
                columns.originYM + columns.rows * columns.cellYM);
    }

    private Extent union(final Extent other) {
        return new Extent(
                Math.min(minX, other.minX),
                Math.min(minY, other.minY),
                Math.max(maxX, other.maxX),
                Math.max(maxY, other.maxY));
    }

    /**
     * Whether a place lies well within.
     *
     * @param x world x, m
     * @param y world y, m
     * @param marginM least way to the edge, m
     * @return false for places beyond, and for what is no number
     */
    public boolean holds(final double x, final double y, final double marginM) {
        return x >= minX + marginM && x <= maxX - marginM && y >= minY + marginM && y <= maxY - marginM;
    }
}
