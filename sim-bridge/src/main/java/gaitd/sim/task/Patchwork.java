package gaitd.sim.task;

import gaitd.sim.terrain.Columns;
import gaitd.sim.terrain.Extent;
import gaitd.sim.terrain.HeightGrid;
import gaitd.sim.terrain.Terrain;
import java.util.List;

/**
 * Grounds of one kind side by side along x, so that an episode chooses its ground by the place where it begins. Immutable.
 *
 * <p>Patch k has its centre at x = k times {@link #patchM}, y = 0, and shows the middle of its ground.
 */
final class Patchwork {
    private static final double TINY_M = 1e-9;

    /** All patches together. */
    final Terrain terrain;
    /** Side of a patch, m. */
    final double patchM;
    /** Number of patches. */
    final int patches;

    private Patchwork(final Terrain terrain, final double patchM, final int patches) {
        this.terrain = terrain;
        this.patchM = patchM;
        this.patches = patches;
    }

    /**
     * Puts grounds together.
     *
     * @param grounds of one kind; planes may be among them
     * @param sideM about how long the side of a patch is, m
     * @return the patchwork; the plane itself when all grounds are planes
     * @throws IllegalArgumentException when the grounds do not fit together, in one line
     */
    static Patchwork of(final List<Terrain> grounds, final double sideM) {
        final HeightGrid grid = grounds.stream()
                .map(Terrain::grid)
                .filter(g -> g != null)
                .findFirst()
                .orElse(null);
        final Columns boxes = grounds.stream()
                .map(Terrain::columns)
                .filter(c -> c != null)
                .findFirst()
                .orElse(null);
        if (grid != null && boxes != null) {
            throw new IllegalArgumentException(
                    "terrain " + grounds.getLast().name() + " has a surface and columns; patches take one of them");
        }
        if (grid == null && boxes == null) {
            return new Patchwork(Terrain.FLAT, Double.POSITIVE_INFINITY, grounds.size());
        }
        return grid != null ? surfaces(grounds, grid, sideM) : boxes(grounds, boxes, sideM);
    }

    private static Patchwork surfaces(final List<Terrain> grounds, final HeightGrid first, final double sideM) {
        final int cells = 2 * (int) Math.round(0.5 * sideM / first.cellM);
        final int columns = cells * grounds.size() + 1;
        final float[] height = new float[columns * (cells + 1)];
        for (int patch = 0; patch < grounds.size(); patch++) {
            final HeightGrid grid = grounds.get(patch).grid();
            if (grid == null) {
                continue;
            }
            if (grid.cellM != first.cellM) {
                throw new IllegalArgumentException(
                        "terrains with cells of " + first.cellM + " and " + grid.cellM + " m do not fit together");
            }
            final int fromX = (int) Math.round(-grid.originXM / grid.cellM) - cells / 2;
            final int fromY = (int) Math.round(-grid.originYM / grid.cellM) - cells / 2;
            final double halfM = 0.5 * cells * grid.cellM;
            inside(grounds.get(patch), halfM, halfM, sideM);
            for (int iy = 0; iy <= cells; iy++) {
                for (int ix = 0; ix <= cells; ix++) {
                    height[iy * columns + patch * cells + ix] = (float) grid.at(fromX + ix, fromY + iy);
                }
            }
        }
        final double half = 0.5 * cells * first.cellM;
        final HeightGrid all = new HeightGrid(columns, cells + 1, -half, -half, first.cellM, height);
        return new Patchwork(new Terrain(grounds.getLast().name(), 0, all, null), cells * first.cellM, grounds.size());
    }

    private static Patchwork boxes(final List<Terrain> grounds, final Columns first, final double sideM) {
        final int cellsX = 2 * (int) Math.round(0.5 * sideM / first.cellXM) + 1;
        final int cellsY = 2 * (int) Math.round(0.5 * sideM / first.cellYM) + 1;
        final int columns = cellsX * grounds.size();
        final float[] top = new float[columns * cellsY];
        double planeM = Double.POSITIVE_INFINITY;
        for (int patch = 0; patch < grounds.size(); patch++) {
            final Terrain ground = grounds.get(patch);
            planeM = Math.min(planeM, ground.planeM());
            final Columns boxes = ground.columns();
            if (boxes == null) {
                continue;
            }
            if (boxes.cellXM != first.cellXM || boxes.cellYM != first.cellYM) {
                throw new IllegalArgumentException("terrains with columns of different sizes do not fit together");
            }
            final int fromX = boxes.indexX(0) - cellsX / 2;
            final int fromY = boxes.indexY(0) - cellsY / 2;
            inside(ground, 0.5 * cellsX * boxes.cellXM, 0.5 * cellsY * boxes.cellYM, sideM);
            for (int iy = 0; iy < cellsY; iy++) {
                for (int ix = 0; ix < cellsX; ix++) {
                    top[iy * columns + patch * cellsX + ix] = (float) boxes.top(fromX + ix, fromY + iy);
                }
            }
        }
        final Columns all = new Columns(
                columns,
                cellsY,
                -0.5 * cellsX * first.cellXM,
                -0.5 * cellsY * first.cellYM,
                first.cellXM,
                first.cellYM,
                top);
        return new Patchwork(
                new Terrain(grounds.getLast().name(), planeM, null, all), cellsX * first.cellXM, grounds.size());
    }

    private static void inside(final Terrain ground, final double halfXM, final double halfYM, final double sideM) {
        final Extent extent = ground.extent();
        if (!extent.holds(-halfXM, -halfYM, -TINY_M) || !extent.holds(halfXM, halfYM, -TINY_M)) {
            throw new IllegalArgumentException(
                    "terrain " + ground.name() + " is smaller than a patch of " + sideM + " m");
        }
    }
}
