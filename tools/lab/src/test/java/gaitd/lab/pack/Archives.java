package gaitd.lab.pack;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.ar.ArArchiveEntry;
import org.apache.commons.compress.archivers.ar.ArArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Reads archives with a reader that knows nothing of the writer. */
final class Archives {
    private Archives() {}

    /** What an entry says, and its bytes. */
    static final class Item {
        final TarArchiveEntry entry;
        final byte[] content;

        Item(final TarArchiveEntry entry, final byte[] content) {
            this.entry = entry;
            this.content = content;
        }

        String text() {
            return new String(content, StandardCharsets.UTF_8);
        }
    }

    static Map<String, byte[]> ar(final Path file) throws IOException {
        final Map<String, byte[]> members = new LinkedHashMap<>();
        try (ArArchiveInputStream in = new ArArchiveInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            for (ArArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                members.put(entry.getName(), in.readAllBytes());
            }
        }
        return members;
    }

    static Map<String, Item> tarXz(final byte[] bytes) throws IOException {
        return tar(new XZCompressorInputStream(new ByteArrayInputStream(bytes)));
    }

    static Map<String, Item> tarGz(final Path file) throws IOException {
        return tar(new GzipCompressorInputStream(new BufferedInputStream(Files.newInputStream(file))));
    }

    private static Map<String, Item> tar(final InputStream plain) throws IOException {
        final Map<String, Item> items = new LinkedHashMap<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(plain)) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                items.put(entry.getName(), new Item(entry, in.readAllBytes()));
            }
        }
        return items;
    }

    static Map<String, byte[]> zip(final byte[] bytes) throws IOException {
        final Map<String, byte[]> files = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), in.readAllBytes());
            }
        }
        return files;
    }
}
