package gaitd.sim.terrain;

/**
 * The ground: a surface that is a plane or a height grid, and columns that stand out of it.
 *
 * <p>Every engine, the robot's side of the wire and training build the same ground from these parts. Pure functions of the
 * place: no allocation, safe from any thread.
 */
public final class Terrain {
    /** The plane z = 0. */
    public static final Terrain FLAT = new Terrain("flat", 0, null, null);

    private final String name;
    private final double planeM;
    private final HeightGrid grid;
    private final Columns columns;
    private final Extent extent;
    private final HeightBound bound;

    /**
     * A ground that is laid out as far as its grid and columns reach.
     *
     * @param name the name it is asked for by
     * @param planeM height of the plane, used where there is no grid, m
     * @param grid the surface, or null for the plane
     * @param columns what stands out of it, or null for nothing
     */
    public Terrain(final String name, final double planeM, final HeightGrid grid, final Columns columns) {
        this(name, planeM, grid, columns, Extent.of(grid, columns));
    }

    /**
     * A ground whose plane belongs to it, around its columns too.
     *
     * @param name the name it is asked for by
     * @param planeM height of the plane, used where there is no grid, m
     * @param grid the surface, or null for the plane
     * @param columns what stands out of it, or null for nothing
     * @param extent where the ground is laid out
     */
    Terrain(final String name, final double planeM, final HeightGrid grid, final Columns columns, final Extent extent) {
        this.name = name;
        this.planeM = planeM;
        this.grid = grid;
        this.columns = columns;
        this.extent = extent;
        this.bound = grid == null && columns == null ? null : new HeightBound(this);
    }

    /**
     * Height of the highest ground at a place.
     *
     * @param x world x, m
     * @param y world y, m
     * @return world z, m
     */
    public double heightM(final double x, final double y) {
        return Math.max(surfaceM(x, y), topM(x, y));
    }

    /**
     * Upward unit normal of the highest ground at a place.
     *
     * @param x world x, m
     * @param y world y, m
     * @param out the normal, 3
     */
    public void normal(final double x, final double y, final double[] out) {
        if (grid == null || topM(x, y) >= surfaceM(x, y)) {
            out[0] = 0;
            out[1] = 0;
            out[2] = 1;
        } else {
            grid.normal(x, y, out);
        }
    }

    private double surfaceM(final double x, final double y) {
        return grid == null ? planeM : grid.heightM(x, y);
    }

    private double topM(final double x, final double y) {
        return columns == null ? Columns.NONE : columns.top(columns.indexX(x), columns.indexY(y));
    }

    /**
     * Height that nothing exceeds.
     *
     * @return world z, m
     */
    public double highestM() {
        return Math.max(grid == null ? planeM : grid.highestM, columns == null ? Columns.NONE : columns.highestM);
    }

    /**
     * Height that nothing within 0.25 m of a place exceeds; coarse and cheap.
     *
     * @param x world x, m
     * @param y world y, m
     * @return world z, m
     */
    public double boundM(final double x, final double y) {
        return bound == null ? planeM : bound.boundM(x, y);
    }

    /**
     * Height of the plane.
     *
     * @return world z, m; meaningless with a grid
     */
    public double planeM() {
        return planeM;
    }

    /**
     * The surface.
     *
     * @return null where it is the plane
     */
    public HeightGrid grid() {
        return grid;
    }

    /**
     * What stands out of the surface.
     *
     * @return null when nothing does
     */
    public Columns columns() {
        return columns;
    }

    /**
     * Where it is laid out: where robots may begin and walk. Level parts of a course belong to it.
     *
     * @return the rectangle, {@link Extent#ENDLESS} of a plane; the ground beyond is level
     */
    public Extent extent() {
        return extent;
    }

    /**
     * The name it is asked for by, such as {@code flat} or {@code rough:0.02}.
     *
     * @return the name
     */
    public String name() {
        return name;
    }
}
