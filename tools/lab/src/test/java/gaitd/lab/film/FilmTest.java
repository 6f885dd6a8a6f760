package gaitd.lab.film;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.robot.cli.ExitCode;
import gaitd.robot.testing.Cli;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films, and the files that they become. */
class FilmTest {
    @TempDir
    Path folder;

    /** Name, place and length of the data of each chunk, the sums checked. */
    private record Chunk(String name, ByteBuffer data) {}

    private static List<Chunk> chunks(final Path file) throws IOException {
        final ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
        final List<Chunk> chunks = new ArrayList<>();
        bytes.position(8);
        while (bytes.hasRemaining()) {
            final byte[] body = new byte[bytes.getInt() + 4];
            bytes.get(body);
            final CRC32 sum = new CRC32();
            sum.update(body);
            assertEquals((int) sum.getValue(), bytes.getInt());
            chunks.add(new Chunk(
                    new String(body, 0, 4, StandardCharsets.US_ASCII), ByteBuffer.wrap(body, 4, body.length - 4)));
        }
        return chunks;
    }

    private static BufferedImage picture(final int rgb, final int x, final int y) {
        final BufferedImage picture = new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB);
        for (int dx = 0; dx < 4; dx++) {
            picture.setRGB(x + dx, y, rgb);
            picture.setRGB(x + dx, y + 1, rgb);
        }
        return picture;
    }

    @Test
    void laterPicturesAreTheRectangleThatDiffers() throws IOException {
        final Path file = folder.resolve("film.png");
        final BufferedImage first = picture(0xFF0000, 2, 3);
        AnimatedPng.write(List.of(first, picture(0xFF0000, 8, 5), picture(0xFF0000, 8, 5)), 10, file);
        final List<Chunk> chunks = chunks(file);
        assertEquals(
                List.of("IHDR", "acTL", "PLTE", "fcTL", "IDAT", "fcTL", "fdAT", "fcTL", "fdAT", "IEND"),
                chunks.stream().map(Chunk::name).toList());
        assertEquals(3, chunks.get(1).data().getInt(4));
        assertArrayEquals(new int[] {0, 30, 20, 0, 0}, numbers(chunks.get(3)));
        assertArrayEquals(new int[] {1, 10, 4, 2, 3}, numbers(chunks.get(5)));
        assertArrayEquals(new int[] {3, 1, 1, 0, 0}, numbers(chunks.get(7)));
        final BufferedImage read = ImageIO.read(file.toFile());
        assertEquals(first.getRGB(3, 4), read.getRGB(3, 4));
        assertEquals(first.getRGB(20, 10), read.getRGB(20, 10));
    }

    private static int[] numbers(final Chunk control) {
        final int[] numbers = new int[5];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = control.data().getInt(4 + 4 * i);
        }
        return numbers;
    }

    @Tag("slow")
    @Test
    void aRunIsFilmed() throws IOException {
        final Path file = folder.resolve("walk.png");
        final Cli run = Cli.run(
                "run",
                "--lockstep",
                "--no-view",
                "--seconds",
                "0.2",
                "--terrain",
                "stairs:0.05",
                "--video",
                file.toString());
        assertEquals(ExitCode.OK, run.code(), run.err());
        final BufferedImage picture = ImageIO.read(file.toFile());
        assertEquals(480, picture.getWidth());
        assertEquals(270, picture.getHeight());
        final Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < picture.getWidth(); x++) {
            colours.add(picture.getRGB(x, 140));
        }
        assertTrue(colours.size() > 10, "ground and a robot: " + colours.size());
        final long pictures = chunks(file).stream()
                .filter(chunk -> chunk.name().equals("fcTL"))
                .count();
        assertTrue(pictures > 10, pictures + " pictures");
    }

    @Test
    void refusesOtherFilesBeforeTheRun() {
        final String kind = Cli.run(
                        "run",
                        "--lockstep",
                        "--video",
                        folder.resolve("walk.gif").toString())
                .refusedWith(ExitCode.USAGE);
        assertTrue(kind.contains("expected a name that ends in .png"), kind);
        final String nowhere = Cli.run(
                        "run",
                        "--lockstep",
                        "--video",
                        folder.resolve("none/walk.png").toString())
                .refusedWith(ExitCode.USAGE);
        assertTrue(nowhere.contains("--video") && nowhere.contains("there is no folder"), nowhere);
    }
}
