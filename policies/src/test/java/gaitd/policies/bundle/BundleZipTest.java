package gaitd.policies.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleZipTest {
    private static String refusal(final byte[] zip) {
        return assertThrows(BundleException.class, () -> BundleZip.decode(zip)).getMessage();
    }

    private static byte[] zip(final String name, final byte[] content, final boolean deflate) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            final ZipEntry entry = new ZipEntry(name);
            if (!deflate) {
                final CRC32 crc = new CRC32();
                crc.update(content);
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(content.length);
                entry.setCrc(crc.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    @Test
    void isReadByAnyZipProgram() throws IOException {
        final BundleFiles files = Signatures.sign(Examples.files(), Signatures.newKeys());
        final List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(BundleZip.encode(files)))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                assertArrayEquals(files.copy(BundlePart.of(entry.getName())), zip.readAllBytes());
            }
        }
        assertEquals(List.of("SHA256SUMS", "SIGNATURE", "golden.json", "manifest.toml", "weights.safetensors"), names);
    }

    @Test
    void givesBackEveryFile() {
        final BundleFiles files = Examples.files();
        final BundleFiles read = BundleZip.decode(BundleZip.encode(files));
        assertArrayEquals(files.copy(BundlePart.WEIGHTS), read.copy(BundlePart.WEIGHTS));
        assertArrayEquals(files.copy(BundlePart.MANIFEST), read.copy(BundlePart.MANIFEST));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/etc/passwd", "../manifest.toml", "small/manifest.toml", "manifest.toml/", "Manifest.toml", ""})
    void refusesEveryOtherName(final String name) throws IOException {
        assertTrue(refusal(zip(name, new byte[0], false)).contains("entry '" + name + "' is no file of a bundle"));
    }

    @Test
    void refusesCompressedEntries() throws IOException {
        final String line = refusal(zip("golden.json", new byte[1 << 20], true));
        assertTrue(line.contains("golden.json is compressed (method 8)"), line);
        assertTrue(line.contains("gaitd policy convert"), line);
    }

    @Test
    void refusesTooLargeAFileByItsSizeAlone() {
        final byte[] zip = BundleZip.encode(Examples.files());
        ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).putInt(18, -1).putInt(22, -1);
        assertTrue(refusal(zip).contains("SHA256SUMS: 4294967295 bytes are too many, at most 1024"));
    }

    @Test
    void refusesTwoSizes() {
        final byte[] zip = BundleZip.encode(Examples.files());
        zip[18]++;
        assertTrue(refusal(zip).contains("has two sizes"));
    }

    @Test
    void refusesExtraFieldsAndFlags() {
        final byte[] extra = BundleZip.encode(Examples.files());
        extra[28] = 4;
        assertTrue(refusal(extra).contains("SHA256SUMS has extra fields"));
        final byte[] flags = BundleZip.encode(Examples.files());
        flags[6] = 1;
        assertTrue(refusal(flags).contains("SHA256SUMS has flags 1"));
    }

    @Test
    void namesTheFileOfAChangedByte() {
        final byte[] zip = BundleZip.encode(Examples.files());
        zip[40] ^= 1;
        assertTrue(refusal(zip).contains("zip: SHA256SUMS was changed: its CRC-32 is"));
    }

    @Test
    void refusesLongNames() {
        final byte[] zip = BundleZip.encode(Examples.files());
        zip[27] = 2;
        assertTrue(refusal(zip).contains("an entry's name has 522 bytes"), refusal(zip));
    }

    @Test
    void refusesAFileTwice() {
        final byte[] zip = BundleZip.encode(Examples.files());
        final byte[] name = "SHA256SUMS".getBytes(StandardCharsets.US_ASCII);
        final int entry = 30 + name.length + Examples.files().copy(BundlePart.SUMS).length;
        final byte[] twice = Arrays.copyOf(zip, entry + zip.length);
        System.arraycopy(zip, 0, twice, entry, zip.length);
        assertTrue(refusal(twice).contains("SHA256SUMS is there twice"));
    }

    @Test
    void refusesAnythingBehindTheEndAndEveryOtherOrder() {
        final byte[] zip = BundleZip.encode(Examples.files());
        assertTrue(refusal(Arrays.copyOf(zip, zip.length + 1)).contains("byte " + zip.length + " (of"));
        assertTrue(refusal(Arrays.copyOf(zip, zip.length - 1)).contains("differs"));
        assertTrue(refusal(new byte[] {'P', 'K', 3}).contains("ends too early"));
        assertTrue(refusal(new byte[100]).contains("this is no zip file"));
    }

    @Test
    void refusesLinks() {
        final byte[] zip = BundleZip.encode(Examples.files());
        final int end = zip.length - 22;
        final int directory =
                ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN).getInt(end + 16);
        zip[directory + 41] = (byte) 0xa0;
        assertTrue(refusal(zip).contains("byte " + (directory + 41)));
    }

    @Test
    void refusesAMissingFile() throws IOException {
        final byte[] zip = BundleZip.encode(Examples.files());
        final int golden = 30 + 10 + Examples.files().copy(BundlePart.SUMS).length;
        zip[golden + 3] = 0;
        assertTrue(refusal(zip).contains("golden.json: is missing"));
    }
}
