package gaitd.sim.mujoco;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import gaitd.sim.terrain.HeightGrid;
import java.lang.foreign.MemorySegment;

/**
 * A height grid as MuJoCo keeps it: heights above the lowest, as parts of a range.
 *
 * <p>MuJoCo cuts cells along the same diagonal, so the surface is the same to the rounding of a float.
 */
final class HeightField {
    private HeightField() {}

    /**
     * Range that the stored parts are of: a power of two, so that scaling rounds nothing.
     *
     * @param grid the heights
     * @return m
     */
    static double rangeM(final HeightGrid grid) {
        double range = 0x1p-10;
        while (range < grid.highestM - grid.lowestM) {
            range *= 2;
        }
        return range;
    }

    /**
     * Writes the heights of a scene.
     *
     * @param grid the heights
     * @param scene compiled with a height field of that size
     */
    static void load(final HeightGrid grid, final NativeModel scene) {
        final MemorySegment heights = scene.floats(Field.MODEL_HFIELD_DATA, (long) grid.columns * grid.rows);
        final double scale = 1 / rangeM(grid);
        long at = 0;
        for (int iy = 0; iy < grid.rows; iy++) {
            for (int ix = 0; ix < grid.columns; ix++) {
                heights.setAtIndex(JAVA_FLOAT, at++, (float) ((grid.at(ix, iy) - grid.lowestM) * scale));
            }
        }
    }
}
