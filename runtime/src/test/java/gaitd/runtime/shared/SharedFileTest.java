package gaitd.runtime.shared;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gaitd.runtime.frame.TickFrame;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedFileTest {
    @TempDir
    Path folder;

    private Path path;

    @BeforeEach
    void makeFrames() {
        SharedFile.create(folder, SharedKind.FRAMES, 77);
        path = folder.resolve("frames");
    }

    private String refusal() {
        final SharedException e =
                assertThrows(SharedException.class, () -> SharedFile.open(folder, SharedKind.FRAMES, false));
        assertFalse(e.getMessage().contains("\n"), e.getMessage());
        assertTrue(e.getMessage().startsWith(path.toString()), e.getMessage());
        return e.getMessage();
    }

    private void overwrite(final int at, final long value, final int bytes) throws IOException {
        final ByteBuffer all = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        if (bytes == Long.BYTES) {
            all.putLong(at, value);
        } else {
            all.putInt(at, (int) value);
        }
        Files.write(path, all.array());
    }

    @ParameterizedTest
    @EnumSource(SharedKind.class)
    void everyKindIsFoundAgainWithWhatWasWritten(final SharedKind kind) throws IOException {
        Files.createDirectory(folder.resolve(SharedKind.OPERATORS));
        final SharedFile made = SharedFile.create(folder, kind, 123);
        made.memory().putLong(8, 42);
        final SharedFile found = SharedFile.open(folder, kind, false);
        assertEquals(42, found.memory().getLong(8));
        assertEquals(123, found.startedNs());
        assertEquals(ProcessHandle.current().pid(), found.ownerPid());
        assertEquals(kind.fileBytes(), Files.size(folder.resolve(kind.fileName)));
        assertEquals(0, found.memory().getLong(kind.memoryBytes - 8));
    }

    @Test
    void leavesNothingBesideTheFile() throws IOException {
        try (var files = Files.list(folder)) {
            assertArrayEquals(new Path[] {path}, files.toArray());
        }
    }

    @Test
    void aFileThatIsNotThereIsNull() throws IOException {
        Files.delete(path);
        assertNull(SharedFile.open(folder, SharedKind.FRAMES, false));
    }

    @Test
    void whoMappedAnOlderFileKeepsIt() {
        final SharedFile old = SharedFile.open(folder, SharedKind.FRAMES, false);
        SharedFile.create(folder, SharedKind.FRAMES, 78).memory().putLong(0, 5);
        assertEquals(0, old.memory().getLong(0));
        assertEquals(77, old.startedNs());
        assertEquals(
                5, SharedFile.open(folder, SharedKind.FRAMES, false).memory().getLong(0));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 100, 4095, 4096, 8192, 4_000_000})
    void refusesATruncatedFile(final long length) throws IOException {
        final byte[] all = Files.readAllBytes(path);
        assertNotEquals(length, all.length);
        Files.write(path, Arrays.copyOf(all, (int) length));
        final String refusal = refusal();
        assertTrue(
                length < 64
                        ? refusal.contains("not a file of gaitd") || refusal.contains("bytes long")
                        : refusal.contains("is " + length + " bytes long, expected " + all.length),
                refusal);
    }

    @Test
    void refusesAFileThatIsTooLong() throws IOException {
        final byte[] all = Files.readAllBytes(path);
        Files.write(path, Arrays.copyOf(all, all.length + 1));
        assertTrue(refusal().contains("expected " + all.length));
    }

    @Test
    void refusesGarbage() throws IOException {
        final byte[] garbage = new byte[SharedKind.FRAMES.fileBytes()];
        final SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = (byte) random.nextInt();
        }
        Files.write(path, garbage);
        assertTrue(refusal().contains("not a file of gaitd"));
    }

    @ParameterizedTest
    @CsvSource({
        "8, 4, 1, has layout version 1",
        "12, 4, 1, holds another kind of data",
        "24, 8, 99, was made for frames of version 99",
        "32, 8, 1000, was made for frames of 1000 bytes",
        "16, 8, 12, bytes long"
    })
    void refusesAnotherVersionAndSaysWhich(final int at, final int bytes, final long value, final String expected)
            throws IOException {
        overwrite(at, value, bytes);
        final String refusal = refusal();
        assertTrue(refusal.contains(expected), refusal);
        assertTrue(at != 24 || refusal.contains("knows version " + TickFrame.VERSION), refusal);
    }

    @Test
    void refusesAFolderInTheFilesPlace() throws IOException {
        Files.delete(path);
        Files.createDirectory(path);
        assertTrue(refusal().contains("cannot be opened") || refusal().contains("not a file of gaitd"));
        assertThrows(SharedException.class, () -> SharedFile.create(folder, SharedKind.FRAMES, 1));
    }
}
