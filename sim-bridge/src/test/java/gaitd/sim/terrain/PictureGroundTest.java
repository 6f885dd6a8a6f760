package gaitd.sim.terrain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures as ground, and files that are none. */
class PictureGroundTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"10, 255", "11, 65535"})
    void levelsComeBackAsHeights(final int type, final int white) {
        assertEquals(10, BufferedImage.TYPE_BYTE_GRAY);
        assertEquals(11, BufferedImage.TYPE_USHORT_GRAY);
        final Path file =
                HeightPictures.write(folder.resolve("a.png"), type, 41, 31, (x, y) -> level(x, y) * white / 255);
        final Terrain ground = Terrains.parse("png:" + file + ",height=1,side=20", 1);
        final double middle = level(20, 15) / 255.0;
        for (int y = 0; y < 31; y++) {
            for (int x = 0; x < 41; x++) {
                final double worldX = (x - 20) * 0.5;
                final double worldY = (15 - y) * 0.5;
                if (Math.hypot(worldX, worldY) > 2.3) {
                    final double expected = level(x, y) / 255.0 - middle;
                    assertEquals(expected, ground.heightM(worldX, worldY), 1e-6, x + ", " + y);
                }
            }
        }
    }

    /** 0 to 255, steeper along x than down, no symmetry. */
    private static int level(final int x, final int y) {
        return Math.min(255, 5 * x + y + (x > 30 ? 13 : 0));
    }

    @Test
    void sixteenBitsAreFinerThanEight() {
        final Path file = HeightPictures.write(
                folder.resolve("fine.png"), BufferedImage.TYPE_USHORT_GRAY, 41, 41, (x, y) -> 30_000 + 3 * x);
        final Terrain ground = Terrains.parse("png:" + file + ",height=1,side=20", 1);
        assertEquals(3 / 65_535.0, ground.heightM(6, 5) - ground.heightM(5.5, 5), 1e-7);
    }

    @Test
    void filesMayHaveCommasInTheirNames() {
        final Path file =
                HeightPictures.write(folder.resolve("a,b=c.png"), BufferedImage.TYPE_BYTE_GRAY, 101, 101, (x, y) -> x);
        assertEquals(0.4, Terrains.parse("png:" + file, 1).grid().cellM, 1e-12);
        assertEquals(0.2, Terrains.parse("png:" + file + ",side=20", 1).grid().cellM, 1e-12);
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        final Path text = Files.writeString(folder.resolve("text.png"), "not at all a picture, but long enough to be");
        refused(folder.resolve("none.png"), "does not exist");
        refused(folder, "is a folder");
        refused(text, "is not a PNG");
        refused(Files.write(folder.resolve("empty.png"), new byte[0]), "is not a PNG");
        refused(Path.of(""), "its file is missing");
    }

    @Test
    void refusesBrokenPictures() throws IOException {
        final byte[] whole = Files.readAllBytes(HeightPictures.hills(folder));
        final byte[] cut = Arrays.copyOf(whole, whole.length / 2);
        refused(Files.write(folder.resolve("cut.png"), cut), "is a broken PNG");
        final byte[] bad = whole.clone();
        Arrays.fill(bad, 60, 90, (byte) 0x55);
        refused(Files.write(folder.resolve("bad.png"), bad), "is a broken PNG");
    }

    @Test
    void refusesColoursAndFewBits() {
        final int rgb = BufferedImage.TYPE_INT_RGB;
        refused(HeightPictures.write(folder.resolve("rgb.png"), rgb, 9, 9, (x, y) -> x), "must be grey");
        final int indexed = BufferedImage.TYPE_BYTE_INDEXED;
        refused(HeightPictures.write(folder.resolve("index.png"), indexed, 9, 9, (x, y) -> x), "must be grey");
    }

    @Test
    void refusesOneBit() throws IOException {
        final Path file =
                HeightPictures.write(folder.resolve("one.png"), BufferedImage.TYPE_BYTE_GRAY, 99, 99, (x, y) -> x);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[24] = 1;
        refused(Files.write(file, bytes), "has 1 bits a pixel, must be 8 or 16");
    }

    @Test
    void refusesHugePicturesBeforeUnpackingThem() throws IOException {
        final Path file =
                HeightPictures.write(folder.resolve("big.png"), BufferedImage.TYPE_BYTE_GRAY, 99, 99, (x, y) -> x);
        final byte[] bytes = Files.readAllBytes(file);
        bytes[16] = 0x7F;
        refused(Files.write(file, bytes), "pixels, must be 2 to 2048");
        final Path line =
                HeightPictures.write(folder.resolve("line.png"), BufferedImage.TYPE_BYTE_GRAY, 99, 1, (x, y) -> x);
        refused(line, "is 99 x 1 pixels");
    }

    @Test
    void refusesFilesItMayNotRead() throws IOException {
        final Path file = HeightPictures.hills(folder);
        assertTrue(file.toFile().setReadable(false));
        Assumptions.assumeFalse(Files.isReadable(file), "cannot be tried as root, who may read everything");
        refused(file, "no permission");
    }

    @Test
    void refusesCoarseAndSteepPictures() {
        final Path small =
                HeightPictures.write(folder.resolve("small.png"), BufferedImage.TYPE_BYTE_GRAY, 21, 21, (x, y) -> x);
        refused(small, "pixels are 2 m apart, must be at most 0.5 m");
        final Path steep = HeightPictures.write(
                folder.resolve("steep.png"), BufferedImage.TYPE_BYTE_GRAY, 401, 401, (x, y) -> x > 300 ? 255 : 0);
        refused(Path.of(steep + ",height=1"), "rises up to 10.0 m a metre, must be at most 2.0");
        final Path gentle = Path.of(steep + ",height=0.1");
        assertFalse(Terrains.parse("png:" + gentle, 1).grid().highestM == 0);
    }

    private static void refused(final Path file, final String problem) {
        final String name = "png:" + file;
        final String message = assertThrows(IllegalArgumentException.class, () -> Terrains.parse(name, 1))
                .getMessage();
        assertTrue(message.contains(problem), message);
        assertTrue(message.startsWith("terrain \"" + name + "\""), message);
        assertEquals(1, message.lines().count());
    }
}
