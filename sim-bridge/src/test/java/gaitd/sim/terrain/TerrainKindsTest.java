package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every kind of terrain, in every corner of its ranges. */
class TerrainKindsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void isLevelAtTheStart(final TerrainKind kind) {
        for (final String name : corners(kind)) {
            for (long seed = 1; seed < 4; seed++) {
                final Terrain ground = Terrains.parse(name, seed);
                final double[] normal = new double[3];
                for (double x = -0.49; x < 0.5; x += 0.035) {
                    for (double y = -0.49; y < 0.5; y += 0.035) {
                        if (Math.hypot(x, y) < Terrains.START_RADIUS_M) {
                            assertEquals(0, ground.heightM(x, y), name);
                            ground.normal(x, y, normal);
                            assertEquals(1, normal[2], name);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinItsHighestAndIsFinite(final TerrainKind kind) {
        for (final String name : corners(kind)) {
            final Terrain ground = Terrains.parse(name, 5);
            for (double x = -45; x < 45; x += 0.37) {
                for (double y = -45; y < 45; y += 0.41) {
                    final double h = ground.heightM(x, y);
                    assertTrue(h <= ground.highestM() + 1e-9 && h > -10, () -> name + " " + h);
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameForTheSameSeed(final TerrainKind kind) {
        final String name = name(kind, 1);
        final Terrain one = Terrains.parse(name, 9);
        final Terrain two = Terrains.parse(name, 9);
        for (double x = 0; x < 40; x += 0.313) {
            assertEquals(one.heightM(x, 0.7 * x - 9), two.heightM(x, 0.7 * x - 9));
        }
        assertEquals(name, one.name());
    }

    @ParameterizedTest
    @EnumSource
    void goesOnForTwentyMetresAhead(final TerrainKind kind) {
        final Terrain ground = Terrains.parse(name(kind, 1), 3);
        double lowest = 0;
        double highest = 0;
        for (double x = 15; x < 20.1; x += 0.05) {
            for (double y = -5; y < 5; y += 0.25) {
                lowest = Math.min(lowest, ground.heightM(x, y));
                highest = Math.max(highest, ground.heightM(x, y));
            }
        }
        assertEquals(kind == TerrainKind.FLAT, highest - lowest == 0);
    }

    @ParameterizedTest
    @EnumSource
    void isLaidOutWhereRobotsStartAndAhead(final TerrainKind kind) {
        for (final String name : corners(kind)) {
            final Extent extent = Terrains.parse(name, 3).extent();
            final double aheadM = kind.readsFile() ? 4.4 : 20;
            final double besideM = kind.readsFile() ? 1 : 4;
            for (double x = -1; x <= aheadM; x += 0.5) {
                assertTrue(extent.holds(x, -besideM, 0.5) && extent.holds(x, besideM, 0.5), name + " at " + x);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void usageListsFormSummaryAndEveryParameter(final TerrainKind kind) {
        final String usage = Terrains.usage();
        assertTrue(usage.contains(kind.form() + "\n    " + kind.summary() + "\n"), usage);
        for (final TerrainParameter parameter : kind.parameters()) {
            assertTrue(usage.contains(parameter.key() + ": " + parameter.meaning() + ", " + parameter.range()), usage);
        }
    }

    @ParameterizedTest
    @EnumSource
    void exampleIsOfItsKindAndWithinItsRanges(final TerrainKind kind) {
        assertTrue(kind.example().startsWith(kind.id()));
        if (!kind.readsFile()) {
            assertEquals(kind.example(), Terrains.parse(kind.example(), 1).name());
        }
    }

    @Test
    void formsSayWhatIsNeededAndWhatIsNot() {
        assertEquals("flat", TerrainKind.FLAT.form());
        assertEquals("rough:HEIGHT", TerrainKind.ROUGH.form());
        assertEquals("stairs:RISE[,tread=0.3][,steps=5]", TerrainKind.STAIRS.form());
        assertEquals("mixed[:hardness=0.5]", TerrainKind.MIXED.form());
        assertEquals("png:FILE[,height=0.2][,side=40]", TerrainKind.PNG.form());
    }

    /** All parameters least, all greatest, and every mixture. */
    private List<String> corners(final TerrainKind kind) {
        final List<String> names = new ArrayList<>();
        for (int mask = 0; mask < 1 << kind.parameters().size(); mask++) {
            names.add(name(kind, mask));
        }
        return names;
    }

    private String name(final TerrainKind kind, final int mask) {
        final StringBuilder name = new StringBuilder(kind.id());
        String separator = ":";
        if (kind.readsFile()) {
            name.append(separator).append(HeightPictures.hills(folder));
            separator = ",";
        }
        for (int i = 0; i < kind.parameters().size(); i++) {
            final TerrainParameter parameter = kind.parameters().get(i);
            final boolean most = (mask >> i & 1) == 1;
            name.append(separator).append(parameter.key()).append('=');
            name.append(most ? parameter.max() : parameter.min());
            separator = ",";
        }
        return name.toString();
    }
}
