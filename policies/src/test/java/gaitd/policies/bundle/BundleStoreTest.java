package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleStoreTest {
    @TempDir
    Path folder;

    private Path bundle;

    @BeforeEach
    void write() throws IOException {
        bundle = folder.resolve("small");
        BundleStore.write(Examples.files(), bundle);
    }

    private String refusal() {
        return assertThrows(BundleException.class, () -> BundleStore.read(bundle))
                .getMessage();
    }

    @Test
    void foldersAndZipsHoldTheSame() throws IOException {
        final Path zip = folder.resolve("small.zip");
        BundleStore.write(BundleStore.read(bundle), zip);
        assertArrayEquals(Files.readAllBytes(zip), BundleZip.encode(BundleStore.read(bundle)));
        assertArrayEquals(Files.readAllBytes(zip), BundleZip.encode(BundleStore.read(zip)));
        assertEquals(2, folder.toFile().list().length);
    }

    @Test
    void overwritesNothingThatHasContent() throws IOException {
        assertThrows(IOException.class, () -> BundleStore.write(Examples.files(), bundle));
        final Path zip = Files.writeString(folder.resolve("a.zip"), "mine");
        assertThrows(FileAlreadyExistsException.class, () -> BundleStore.write(Examples.files(), zip));
        assertEquals("mine", Files.readString(zip));
    }

    @Test
    void putsASignatureIntoBothForms() throws IOException {
        final BundleFiles signed = Signatures.sign(Examples.files(), Signatures.newKeys());
        final Path zip = folder.resolve("small.zip");
        BundleStore.write(Examples.files(), zip);
        for (final Path path : new Path[] {bundle, zip}) {
            BundleStore.writeSignature(signed, path);
            assertArrayEquals(
                    signed.copy(BundlePart.SIGNATURE), BundleStore.read(path).copy(BundlePart.SIGNATURE));
        }
    }

    @Test
    void refusesFilesTooManyOrTooFew() throws IOException {
        Files.writeString(bundle.resolve("notes.txt"), "x");
        assertTrue(refusal().contains("'notes.txt' is no file of a bundle"));
        Files.delete(bundle.resolve("notes.txt"));
        Files.delete(bundle.resolve("golden.json"));
        assertTrue(refusal().contains("golden.json: is missing"));
    }

    @Test
    void refusesLinksAndFolders() throws IOException {
        final Path real = folder.resolve("real.json");
        Files.move(bundle.resolve("golden.json"), real);
        Files.createSymbolicLink(bundle.resolve("golden.json"), real);
        assertTrue(refusal().contains("golden.json: is a link or a folder"));
        Files.delete(bundle.resolve("golden.json"));
        Files.createDirectory(bundle.resolve("golden.json"));
        assertTrue(refusal().contains("golden.json: is a link or a folder"));
    }

    @Test
    void refusesTooLargeFiles() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(bundle.resolve("golden.json").toFile(), "rw")) {
            file.setLength(1L << 33);
        }
        assertTrue(refusal().contains("golden.json: is too large, at most 1048576 bytes"));
    }

    @Test
    void saysWhenThereIsNothing() {
        assertThrows(NoSuchFileException.class, () -> BundleStore.read(folder.resolve("none")));
    }
}
