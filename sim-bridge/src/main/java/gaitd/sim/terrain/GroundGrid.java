package gaitd.sim.terrain;

import java.util.function.DoubleBinaryOperator;

/** How far generated ground reaches, and heights on its grids. */
final class GroundGrid {
    /** Ground of one kind all over reaches from minus this to this along both axes, m. */
    static final double HALF_SIDE_M = 40;
    /** Distance of heights of ground of one kind all over, m. */
    static final double CELL_M = 0.1;
    /** Least x of courses, m. */
    static final double COURSE_BACK_M = -20;
    /** Greatest x of courses, m. */
    static final double COURSE_FRONT_M = 40;
    /** Courses reach from minus this to this along y, m. */
    static final double COURSE_HALF_WIDTH_M = 20;

    /** Where courses are laid out. */
    static final Extent COURSE = new Extent(COURSE_BACK_M, -COURSE_HALF_WIDTH_M, COURSE_FRONT_M, COURSE_HALF_WIDTH_M);

    private GroundGrid() {}

    /** A height at a grid point. */
    @FunctionalInterface
    interface Height {
        /**
         * Height at a grid point.
         *
         * @param ix index along x
         * @param iy index along y
         * @return m
         */
        double at(int ix, int iy);
    }

    /**
     * A grid of heights.
     *
     * @param leastXM least x, m
     * @param leastYM least y, m
     * @param lengthXM length along x, a multiple of the cell, m
     * @param lengthYM length along y, a multiple of the cell, m
     * @param cellM distance of points, m
     * @param height gives the heights
     * @return the grid
     */
    static HeightGrid grid(
            final double leastXM,
            final double leastYM,
            final double lengthXM,
            final double lengthYM,
            final double cellM,
            final Height height) {
        final int columns = Math.toIntExact(Math.round(lengthXM / cellM)) + 1;
        final int rows = Math.toIntExact(Math.round(lengthYM / cellM)) + 1;
        final float[] heights = new float[columns * rows];
        for (int iy = 0; iy < rows; iy++) {
            for (int ix = 0; ix < columns; ix++) {
                heights[iy * columns + ix] = (float) height.at(ix, iy);
            }
        }
        return new HeightGrid(columns, rows, leastXM, leastYM, cellM, heights);
    }

    /**
     * A grid of ground of one kind all over.
     *
     * @param height gives the heights
     * @return the grid
     */
    static HeightGrid everywhere(final Height height) {
        return grid(-HALF_SIDE_M, -HALF_SIDE_M, 2 * HALF_SIDE_M, 2 * HALF_SIDE_M, CELL_M, height);
    }

    /**
     * A grid where courses are laid out.
     *
     * @param cellM distance of points, m
     * @param heightM height at x, y, all m
     * @return the grid
     */
    static HeightGrid course(final double cellM, final DoubleBinaryOperator heightM) {
        return grid(
                COURSE_BACK_M,
                -COURSE_HALF_WIDTH_M,
                COURSE_FRONT_M - COURSE_BACK_M,
                2 * COURSE_HALF_WIDTH_M,
                cellM,
                (ix, iy) -> heightM.applyAsDouble(COURSE_BACK_M + ix * cellM, iy * cellM - COURSE_HALF_WIDTH_M));
    }

    /**
     * A coordinate of a grid point of ground of one kind all over.
     *
     * @param index index along the axis
     * @return m
     */
    static double place(final int index) {
        return -HALF_SIDE_M + index * CELL_M;
    }

    /**
     * Distance from the origin within which grid points have to be level, so that all ground is that starts are on.
     *
     * @param cellM distance of points, m
     * @return m
     */
    static double levelRadiusM(final double cellM) {
        return Terrains.START_RADIUS_M + 1.5 * cellM;
    }

    /**
     * Leads smoothly from the level start to the ground around it.
     *
     * @param x world x, m
     * @param y world y, m
     * @param cellM distance of grid points, m
     * @return 0 at the start, 1 from a metre further on
     */
    static double share(final double x, final double y, final double cellM) {
        final double t = Math.max(0, Math.min(1, Math.sqrt(x * x + y * y) - levelRadiusM(cellM)));
        return t * t * (3 - 2 * t);
    }
}
