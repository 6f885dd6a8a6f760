package gaitd.sim.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.Terrains;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Grounds side by side are what they are alone. */
class PatchworkTest {
    @ParameterizedTest
    @ValueSource(strings = {"tiles", "rough"})
    void patchesShowTheMiddleOfTheirGrounds(final String kind) {
        final Terrain low = Terrains.parse(kind + ":0.02", 3);
        final Terrain high = Terrains.parse(kind + ":0.05", 4);
        final Patchwork patchwork = Patchwork.of(List.of(Terrain.FLAT, low, high), 12);
        assertEquals(12, patchwork.patchM, 0.5);
        assertEquals(3, patchwork.patches);
        double most = 0;
        for (double x = -4.95; x < 5; x += 0.7) {
            for (double y = -4.95; y < 5; y += 0.7) {
                assertEquals(0, patchwork.terrain.heightM(x, y), 1e-9);
                assertEquals(low.heightM(x, y), patchwork.terrain.heightM(x + patchwork.patchM, y), 1e-6);
                assertEquals(high.heightM(x, y), patchwork.terrain.heightM(x + 2 * patchwork.patchM, y), 1e-6);
                most = Math.max(most, high.heightM(x, y));
            }
        }
        assertTrue(most > 0.02);
    }

    /** Stairs begin a metre ahead; the level ground before them belongs to them. */
    @Test
    void coursesMayBePatches() {
        final Terrain low = Terrains.parse("stairs:0.05", 1);
        final Patchwork patchwork = Patchwork.of(List.of(Terrain.FLAT, low), 12);
        final double treadM = low.columns().cellXM;
        for (double x = -5; x < 5; x += 0.3) {
            final double nearest = low.heightM(x, 0);
            final double there = patchwork.terrain.heightM(x + patchwork.patchM, 3);
            assertTrue(
                    there >= Math.min(low.heightM(x - treadM, 0), nearest) - 1e-6
                            && there <= Math.max(low.heightM(x + treadM, 0), nearest) + 1e-6,
                    "at " + x + ": " + there);
        }
        assertEquals(0.25, patchwork.terrain.highestM(), 1e-6);
    }

    @Test
    void planesStayThePlane() {
        assertSame(Terrain.FLAT, Patchwork.of(List.of(Terrain.FLAT), 60).terrain);
    }

    @Test
    void refusesGroundsThatDoNotFit() {
        final Terrain wide = Terrains.parse("tiles:0.02,side=0.5", 1);
        final Terrain usual = Terrains.parse("tiles:0.02", 1);
        final Terrain rough = Terrains.parse("rough:0.02", 1);
        assertThrows(IllegalArgumentException.class, () -> Patchwork.of(List.of(wide, usual), 12));
        assertThrows(IllegalArgumentException.class, () -> Patchwork.of(List.of(rough, usual), 12));
        assertThrows(IllegalArgumentException.class, () -> Patchwork.of(List.of(usual), 120));
    }
}
