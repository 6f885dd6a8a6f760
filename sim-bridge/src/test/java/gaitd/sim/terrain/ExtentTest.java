package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExtentTest {
    @Test
    void aPlaneHasNoEdge() {
        assertTrue(Terrain.FLAT.extent().holds(1e9, -1e9, 0.5));
        assertFalse(Terrain.FLAT.extent().holds(Double.NaN, 0, 0.5));
    }

    @Test
    void aGridEndsAtItsLastPoints() {
        final Terrain rough = Terrains.parse("rough:0.02", 1);
        final Extent extent = rough.extent();
        final HeightGrid grid = rough.grid();
        assertEquals(grid.originXM, extent.minX());
        assertEquals(grid.originYM + (grid.rows - 1) * grid.cellM, extent.maxY());
        assertTrue(extent.holds(0, 0, 0.5));
        assertTrue(extent.holds(extent.maxX() - 0.51, 0, 0.5));
        assertFalse(extent.holds(extent.maxX() - 0.49, 0, 0.5));
        assertFalse(extent.holds(0, extent.minY() + 0.49, 0.5));
    }

    @Test
    void gridAndColumnsCountTogether() {
        final HeightGrid grid = Terrains.parse("rough:0.02", 1).grid();
        final Columns columns = Terrains.parse("stairs:0.1", 1).columns();
        final Extent alone = Extent.of(null, columns);
        final Extent both = Extent.of(grid, columns);
        assertEquals(columns.originXM + columns.columns * columns.cellXM, alone.maxX());
        assertEquals(Math.max(alone.maxX(), Extent.of(grid, null).maxX()), both.maxX());
        assertEquals(Math.min(alone.minY(), Extent.of(grid, null).minY()), both.minY());
    }
}
