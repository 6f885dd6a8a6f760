package gaitd.lab.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.lab.image.DrawsText;
import gaitd.lab.image.Palette;
import gaitd.sim.terrain.Terrain;
import gaitd.sim.terrain.TerrainKind;
import gaitd.sim.terrain.Terrains;
import java.awt.image.BufferedImage;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures show something, the right thing, in the right place. */
class TerrainPictureTest {
    @Tag("slow")
    @DrawsText
    @ParameterizedTest
    @EnumSource
    void everyKindCanBeDrawn(final TerrainKind kind) {
        final String name = kind.readsFile() ? "png:../../docs/terrains/hills-grey.png" : kind.example();
        final BufferedImage image = TerrainPicture.draw(Terrains.parse(name, 1), kind.summary(), View.of(kind));
        final Set<Integer> colours = new HashSet<>();
        int paper = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                colours.add(image.getRGB(x, y));
                paper += image.getRGB(x, y) == 0xFFFFFFFF ? 1 : 0;
            }
        }
        final double share = paper / (double) (image.getWidth() * image.getHeight());
        assertTrue(share > 0.2 && share < 0.8, "share of paper " + share);
        assertTrue(colours.size() > 60 && colours.size() <= 160, "colours " + colours.size());
    }

    @Test
    void theBlockIsWhereTheCameraSays() {
        final Camera camera = new Camera(0, Math.toRadians(30), 100);
        final Strip strip = new Strip(Terrain.FLAT, new View(2, 4, 0.5), -0.2, 1, camera, 100);
        assertEquals(200, strip.widthPixels(), 1e-6);
        // A level metre is half as high and an upright one cos 30 as high when looked down on by 30 degrees.
        assertEquals(Math.ceil(100 * (0.5 + 0.2 * Math.cos(Math.toRadians(30)))), strip.heightPixels());
        final BufferedImage image = new BufferedImage(220, 80, BufferedImage.TYPE_INT_RGB);
        strip.draw(image, 10, 5, 2);
        assertEquals(0, image.getRGB(5, 30) & 0xFFFFFF);
        assertTrue((image.getRGB(30, 30) & 0xFF) > 100, "ground is bright");
        assertTrue((image.getRGB(30, 65) & 0xFF) < 100, "the cut is dark");
    }

    @Test
    void higherGroundHidesWhatIsBehindAndThrowsShadows() {
        final Mesh mesh = new Mesh();
        final double[] low = {0, 0, 0, 4, 0, 0, 4, 4, 0, 0, 4, 0};
        final double[] roof = {1, 1, 1, 2, 1, 1, 2, 2, 1, 1, 2, 1};
        mesh.polygon(Mesh.GROUND, low, 12);
        mesh.polygon(Mesh.GROUND, roof, 12);
        final Camera above = new Camera(0, Math.toRadians(90), 10);
        above.shift(0, 40);
        final DepthBuffer seen = new DepthBuffer(40, 40);
        seen.draw(mesh, above);
        assertTrue(seen.triangle[25 * 40 + 15] >= 2, "roof");
        assertTrue(seen.triangle[35 * 40 + 35] < 2, "ground");
        final Shadows shadows = new Shadows(mesh, 0, Math.toRadians(45));
        final double[] up = {0, 0, 1};
        // The sun shines along y and down by 45 degrees: the shadow lies a metre further on.
        assertEquals(0, shadows.light(new double[] {1.5, 2.5, 0}, up));
        assertEquals(1, shadows.light(new double[] {1.5, 1.5, 1}, up));
        assertEquals(1, shadows.light(new double[] {1.5, 0.5, 0}, up));
        assertEquals(1, shadows.light(new double[] {3, 2.5, 0}, up));
    }

    @Test
    void coloursAreReducedToTheirMeans() {
        final BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 0x101010);
        image.setRGB(1, 0, 0x121212);
        image.setRGB(2, 0, 0xF0F0F0);
        image.setRGB(3, 0, 0xF0F0F0);
        final BufferedImage two = Palette.reduced(image, 2);
        assertEquals(0xFF111111, two.getRGB(0, 0));
        assertEquals(0xFF111111, two.getRGB(1, 0));
        assertEquals(0xFFF0F0F0, two.getRGB(3, 0));
    }

    @Test
    void everyViewWithTheStartShowsTheRobot() {
        for (final TerrainKind kind : TerrainKind.values()) {
            final List<View> views = View.of(kind);
            assertTrue(views.getFirst().shows(0, 0), kind.id());
        }
    }
}
