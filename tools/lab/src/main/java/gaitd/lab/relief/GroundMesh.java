package gaitd.lab.relief;

import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;

/** Cuts a piece out of a terrain, as a block with its cut faces. */
final class GroundMesh {
    private static final double PROFILE_STEP_M = 0.005;
    private static final double INSIDE_M = 1e-6;

    private final Mesh mesh;
    private final Terrain terrain;
    private final View view;
    private final double bottomM;
    private double[] polygon = new double[36];
    private double[] clipped = new double[36];

    private GroundMesh(final Mesh mesh, final Terrain terrain, final View view, final double bottomM) {
        this.mesh = mesh;
        this.terrain = terrain;
        this.view = view;
        this.bottomM = bottomM;
    }

    /**
     * Adds the block.
     *
     * @param mesh takes the triangles
     * @param terrain the ground
     * @param view which piece
     * @param bottomM underside of the block, below all ground, m
     */
    static void add(final Mesh mesh, final Terrain terrain, final View view, final double bottomM) {
        final GroundMesh ground = new GroundMesh(mesh, terrain, view, bottomM);
        if (terrain.grid() == null) {
            ground.level(-1e3, 1e3, -1e3, 1e3, terrain.planeM());
        } else {
            ground.surface(terrain.grid());
        }
        if (terrain.columns() != null) {
            ground.columns(terrain.columns());
        }
        ground.cuts();
    }

    private void surface(final HeightGrid grid) {
        final int firstX = first(view.fromXM(), grid.originXM, grid.cellM, grid.columns - 1);
        final int lastX = last(view.toXM(), grid.originXM, grid.cellM, grid.columns - 1);
        final int firstY = first(-view.halfWidthM(), grid.originYM, grid.cellM, grid.rows - 1);
        final int lastY = last(view.halfWidthM(), grid.originYM, grid.cellM, grid.rows - 1);
        for (int iy = firstY; iy < lastY; iy++) {
            for (int ix = firstX; ix < lastX; ix++) {
                triangle(grid, ix, iy, ix + 1, iy);
                triangle(grid, ix, iy, ix, iy + 1);
            }
        }
    }

    private static int first(final double least, final double origin, final double cell, final int cells) {
        return Math.clamp((long) Math.floor((least - origin) / cell), 0, cells);
    }

    private static int last(final double most, final double origin, final double cell, final int cells) {
        return Math.clamp((long) Math.ceil((most - origin) / cell), 0, cells);
    }

    /** Half a cell: the corner (ix, iy), the corner opposite and the one given. */
    private void triangle(final HeightGrid grid, final int ix, final int iy, final int sideX, final int sideY) {
        int at = point(0, grid, ix, iy);
        at = point(at, grid, sideX, sideY);
        add(Mesh.GROUND, point(at, grid, ix + 1, iy + 1));
    }

    private int point(final int at, final HeightGrid grid, final int ix, final int iy) {
        return point(at, grid.originXM + ix * grid.cellM, grid.originYM + iy * grid.cellM, grid.at(ix, iy));
    }

    private int point(final int at, final double x, final double y, final double z) {
        polygon[at] = x;
        polygon[at + 1] = y;
        polygon[at + 2] = z;
        return at + 3;
    }

    private void columns(final Columns boxes) {
        final int firstX = first(view.fromXM(), boxes.originXM, boxes.cellXM, boxes.columns);
        final int lastX = last(view.toXM(), boxes.originXM, boxes.cellXM, boxes.columns);
        final int firstY = first(-view.halfWidthM(), boxes.originYM, boxes.cellYM, boxes.rows);
        final int lastY = last(view.halfWidthM(), boxes.originYM, boxes.cellYM, boxes.rows);
        for (int iy = firstY; iy < lastY; iy++) {
            for (int ix = firstX; ix < lastX; ix++) {
                final double top = boxes.top(ix, iy);
                if (top != Columns.NONE) {
                    final double x = boxes.originXM + ix * boxes.cellXM;
                    final double y = boxes.originYM + iy * boxes.cellYM;
                    level(x, x + boxes.cellXM, y, y + boxes.cellYM, top);
                    walls(boxes, ix, iy, top);
                }
            }
        }
    }

    private void walls(final Columns boxes, final int ix, final int iy, final double top) {
        final double x = boxes.originXM + ix * boxes.cellXM;
        final double y = boxes.originYM + iy * boxes.cellYM;
        final double toX = x + boxes.cellXM;
        final double toY = y + boxes.cellYM;
        wall(x, y, x, toY, top, boxes.top(ix - 1, iy));
        wall(toX, y, toX, toY, top, boxes.top(ix + 1, iy));
        wall(x, y, toX, y, top, boxes.top(ix, iy - 1));
        wall(x, toY, toX, toY, top, boxes.top(ix, iy + 1));
    }

    private void wall(
            final double x, final double y, final double toX, final double toY, final double top, final double next) {
        final double foot = Math.max(next, bottomM);
        if (top > foot) {
            upright(Mesh.GROUND, x, y, toX, toY, foot, top);
        }
    }

    private void upright(
            final byte surface,
            final double x,
            final double y,
            final double toX,
            final double toY,
            final double foot,
            final double top) {
        int at = point(0, x, y, foot);
        at = point(at, toX, toY, foot);
        at = point(at, toX, toY, top);
        add(surface, point(at, x, y, top));
    }

    private void level(final double x, final double toX, final double y, final double toY, final double z) {
        int at = point(0, x, y, z);
        at = point(at, toX, y, z);
        at = point(at, toX, toY, z);
        add(Mesh.GROUND, point(at, x, toY, z));
    }

    /** The four sides of the block, up to the ground along them. */
    private void cuts() {
        final double w = view.halfWidthM();
        final int along = (int) Math.round((view.toXM() - view.fromXM()) / PROFILE_STEP_M);
        for (int i = 0; i < along; i++) {
            final double x = view.fromXM() + i * PROFILE_STEP_M;
            final double middle = x + PROFILE_STEP_M / 2;
            final double near = terrain.heightM(middle, INSIDE_M - w);
            upright(Mesh.CUT, x, -w, x + PROFILE_STEP_M, -w, bottomM, near);
            upright(Mesh.CUT, x, w, x + PROFILE_STEP_M, w, bottomM, terrain.heightM(middle, w - INSIDE_M));
        }
        final int across = (int) Math.round(2 * w / PROFILE_STEP_M);
        for (int i = 0; i < across; i++) {
            final double y = -w + i * PROFILE_STEP_M;
            final double middle = y + PROFILE_STEP_M / 2;
            final double back = terrain.heightM(view.fromXM() + INSIDE_M, middle);
            final double front = terrain.heightM(view.toXM() - INSIDE_M, middle);
            upright(Mesh.CUT, view.fromXM(), y, view.fromXM(), y + PROFILE_STEP_M, bottomM, back);
            upright(Mesh.CUT, view.toXM(), y, view.toXM(), y + PROFILE_STEP_M, bottomM, front);
        }
    }

    /** Adds what of the polygon lies within the view. */
    private void add(final byte surface, final int used) {
        int left = clip(0, 1, view.fromXM(), used);
        left = clip(0, -1, -view.toXM(), left);
        left = clip(1, 1, -view.halfWidthM(), left);
        left = clip(1, -1, -view.halfWidthM(), left);
        mesh.polygon(surface, polygon, left);
    }

    /** Keeps where sign times the coordinate is at least the limit. */
    private int clip(final int axis, final int sign, final double limit, final int used) {
        int out = 0;
        for (int i = 0; i < used; i += 3) {
            final int next = i + 3 < used ? i + 3 : 0;
            final double here = sign * polygon[i + axis] - limit;
            final double there = sign * polygon[next + axis] - limit;
            if (here >= -1e-9) {
                System.arraycopy(polygon, i, clipped, out, 3);
                out += 3;
            }
            if (here >= -1e-9 != there >= -1e-9) {
                final double t = here / (here - there);
                for (int k = 0; k < 3; k++) {
                    clipped[out++] = polygon[i + k] + t * (polygon[next + k] - polygon[i + k]);
                }
            }
        }
        final double[] swap = polygon;
        polygon = clipped;
        clipped = swap;
        return out;
    }
}
