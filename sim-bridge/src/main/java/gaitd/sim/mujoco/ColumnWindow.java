package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;

import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.Terrain;
import java.lang.foreign.MemorySegment;

/**
 * The columns near the robot as boxes, moved along with it.
 *
 * <p>All columns that any part of the robot can touch are there, at their exact places, so contacts are those of the whole
 * field. Which cells are in the window depends on the robot's cell alone. Called before each step; allocates nothing.
 */
final class ColumnWindow {
    /** No part of the robot is farther from the trunk's origin along x or y. */
    static final double REACH_M = 0.6;
    /** Boxes end this far below the lowest ground. */
    private static final double DEPTH_M = 1;
    /** Where boxes without a column are kept. */
    private static final double AWAY_M = -1000;
    /** Smallest cell: below it a window would need more than 61 x 61 boxes. */
    private static final double CELL_MIN_M = 0.02;

    private final Columns columns;
    private final int sideX;
    private final int sideY;
    private final double bottomM;
    private final int[] geom;
    private final MemorySegment position;
    private final MemorySegment size;
    private final MemorySegment radius;
    private int cellX = Integer.MIN_VALUE;
    private int cellY = Integer.MIN_VALUE;

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
        this.bottomM = lowest(terrain) - DEPTH_M;
        this.geom = new int[sideX * sideY];
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

    private static int side(final double cellM, final int cells) {
        return Math.min(cells, 1 + 2 * (int) Math.ceil(REACH_M / cellM));
    }

    private static double lowest(final Terrain terrain) {
        double low = terrain.grid() == null ? terrain.planeM() : terrain.grid().lowestM;
        final Columns c = terrain.columns();
        for (int iy = 0; iy < c.rows; iy++) {
            for (int ix = 0; ix < c.columns; ix++) {
                final double top = c.top(ix, iy);
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
        final int startX = start(columns.indexX(x), sideX, columns.columns);
        final int startY = start(columns.indexY(y), sideY, columns.rows);
        if (startX == cellX && startY == cellY) {
            return;
        }
        cellX = startX;
        cellY = startY;
        int box = 0;
        for (int iy = startY; iy < startY + sideY; iy++) {
            for (int ix = startX; ix < startX + sideX; ix++) {
                put(geom[box++], ix, iy);
            }
        }
    }

    private static int start(final int cell, final int side, final int cells) {
        return Math.max(0, Math.min(cells - side, cell - side / 2));
    }

    private void put(final int at, final int ix, final int iy) {
        final double top = columns.top(ix, iy);
        final boolean none = top == Columns.NONE;
        final double halfX = columns.cellXM / 2;
        final double halfY = columns.cellYM / 2;
        final double halfZ = none ? DEPTH_M : (top - bottomM) / 2;
        final double z = none ? AWAY_M : top - halfZ;
        set(position, 3 * at, columns.originXM + (ix + 0.5) * columns.cellXM);
        set(position, 3 * at + 1, columns.originYM + (iy + 0.5) * columns.cellYM);
        set(position, 3 * at + 2, z);
        set(size, 3 * at, halfX);
        set(size, 3 * at + 1, halfY);
        set(size, 3 * at + 2, halfZ);
        set(radius, at, Math.sqrt(halfX * halfX + halfY * halfY + halfZ * halfZ));
    }

    private static void set(final MemorySegment to, final int at, final double value) {
        to.setAtIndex(JAVA_DOUBLE, at, value);
    }
}
