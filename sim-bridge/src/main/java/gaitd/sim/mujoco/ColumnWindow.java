package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.Terrain;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The columns near the robot as boxes, moved along with it.
 *
 * <p>All columns that any part of the robot can touch are there, so contacts are those of the whole field. Neighbours of
 * one height are one box, and boxes end well out of reach. All of it depends on the robot's place alone. Called before
 * each step; allocates nothing after construction. Not thread-safe.
 */
final class ColumnWindow {
    /** No part of the robot is farther from the trunk's origin along x or y. */
    static final double REACH_M = 0.6;
    /** Boxes end this far below the lowest ground. */
    private static final double DEPTH_M = 0.5;
    /** A box that is cut keeps this length, m. */
    private static final double LEAST_M = 1;
    /** Where boxes that are not needed are kept. */
    private static final double AWAY_M = -1000;
    /** Smallest cell: below it a window would need more than 61 x 61 boxes. */
    private static final double CELL_MIN_M = 0.02;

    private final Columns columns;
    private final int sideX;
    private final int sideY;
    private final double floorM;
    private final double bottomM;
    private final int[] geom;
    private final boolean[] covered;
    private final MemorySegment position;
    private final MemorySegment size;
    private final MemorySegment radius;
    private int startX = Integer.MIN_VALUE;
    private int startY = Integer.MIN_VALUE;
    private double centreX = Double.NaN;
    private double centreY = Double.NaN;

    /**
     * The window of a compiled scene.
     *
     * @param terrain ground with columns
     * @param scene compiled with {@link #boxes} boxes
     */
    ColumnWindow(final Terrain terrain, final NativeModel scene) {
        this.columns = terrain.columns();
        this.sideX = side(columns.cellXM, columns.columns);
        this.sideY = side(columns.cellYM, columns.rows);
        this.floorM = terrain.grid() == null ? terrain.planeM() : terrain.grid().lowestM;
        this.bottomM = lowest() - DEPTH_M;
        this.geom = new int[sideX * sideY];
        this.covered = new boolean[geom.length];
        for (int i = 0; i < geom.length; i++) {
            geom[i] = scene.id(NativeModel.GEOM, "box" + i);
        }
        final int geoms = scene.size(Field.MODEL_NGEOM);
        this.position = scene.array(Field.MODEL_GEOM_POS, 3L * geoms);
        this.size = scene.array(Field.MODEL_GEOM_SIZE, 3L * geoms);
        this.radius = scene.array(Field.MODEL_GEOM_RBOUND, geoms);
    }

    /**
     * How many boxes a scene needs.
     *
     * @param columns the columns, or null
     * @return number of boxes
     * @throws IllegalArgumentException when cells are too small
     */
    static int boxes(final Columns columns) {
        if (columns == null) {
            return 0;
        }
        if (columns.cellXM < CELL_MIN_M || columns.cellYM < CELL_MIN_M) {
            throw new IllegalArgumentException("columns of " + columns.cellXM + " x " + columns.cellYM
                    + " m are too small for MuJoCo here, must be at least " + CELL_MIN_M);
        }
        return side(columns.cellXM, columns.columns) * side(columns.cellYM, columns.rows);
    }

    /** Most cells that a stretch of twice the reach can touch. */
    private static int side(final double cellM, final int cells) {
        return Math.min(cells, 1 + (int) Math.ceil(2 * REACH_M / cellM));
    }

    private double lowest() {
        double low = floorM;
        for (int iy = 0; iy < columns.rows; iy++) {
            for (int ix = 0; ix < columns.columns; ix++) {
                final double top = columns.top(ix, iy);
                low = top == Columns.NONE ? low : Math.min(low, top);
            }
        }
        return low;
    }

    /**
     * Moves the window to the robot.
     *
     * @param x trunk origin, world, m
     * @param y trunk origin, world, m
     */
    void follow(final double x, final double y) {
        final int firstX = first(columns.indexX(x - REACH_M), sideX, columns.columns);
        final int firstY = first(columns.indexY(y - REACH_M), sideY, columns.rows);
        final double nearX = REACH_M * Math.rint(x / REACH_M);
        final double nearY = REACH_M * Math.rint(y / REACH_M);
        if (firstX != startX || firstY != startY || nearX != centreX || nearY != centreY) {
            startX = firstX;
            startY = firstY;
            centreX = nearX;
            centreY = nearY;
            placeAll();
        }
    }

    private static int first(final int cell, final int side, final int cells) {
        return Math.max(0, Math.min(cells - side, cell));
    }

    private void placeAll() {
        Arrays.fill(covered, false);
        int box = 0;
        for (int j = 0; j < sideY; j++) {
            for (int i = 0; i < sideX; i++) {
                final double top = columns.top(startX + i, startY + j);
                if (!covered[j * sideX + i] && top > floorM) {
                    place(geom[box++], i, j, top);
                }
            }
        }
        while (box < geom.length) {
            set(position, 3 * geom[box++] + 2, AWAY_M);
        }
    }

    /** Covers all cells of one height to the right of a cell, and the rows above that have the same there. */
    private void place(final int at, final int i, final int j, final double top) {
        int endI = i + 1;
        while (endI < sideX && isFree(endI, j, top)) {
            endI++;
        }
        int endJ = j + 1;
        while (endJ < sideY && isFreeRow(i, endI, endJ, top)) {
            endJ++;
        }
        for (int row = j; row < endJ; row++) {
            Arrays.fill(covered, row * sideX + i, row * sideX + endI, true);
        }
        final double halfX =
                span(position, 3 * at, columns.originXM, columns.cellXM, startX + i, startX + endI, centreX);
        final double halfY =
                span(position, 3 * at + 1, columns.originYM, columns.cellYM, startY + j, startY + endJ, centreY);
        final double halfZ = (top - bottomM) / 2;
        set(position, 3 * at + 2, top - halfZ);
        set(size, 3 * at, halfX);
        set(size, 3 * at + 1, halfY);
        set(size, 3 * at + 2, halfZ);
        set(radius, at, Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ));
    }

    private boolean isFreeRow(final int from, final int to, final int j, final double top) {
        for (int i = from; i < to; i++) {
            if (!isFree(i, j, top)) {
                return false;
            }
        }
        return true;
    }

    private boolean isFree(final int i, final int j, final double top) {
        return !covered[j * sideX + i] && columns.top(startX + i, startY + j) == top;
    }

    /** Writes the middle of a stretch of cells, cut twice the reach from the robot, and gives half its length. */
    private static double span(
            final MemorySegment middle,
            final int at,
            final double originM,
            final double cellM,
            final int from,
            final int to,
            final double centreM) {
        final double low =
                Math.max(originM + from * cellM, Math.min(centreM - 2 * REACH_M, originM + to * cellM - LEAST_M));
        final double high = Math.min(originM + to * cellM, Math.max(centreM + 2 * REACH_M, low + LEAST_M));
        set(middle, at, (low + high) / 2);
        return (high - low) / 2;
    }

    private static void set(final MemorySegment to, final int at, final double value) {
        to.setAtIndex(JAVA_DOUBLE, at, value);
    }
}
