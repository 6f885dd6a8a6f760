package gaitd.lab.pack;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Jars with their files in order and one time for all, so that the same files give the same bytes. */
final class Jars {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final LocalDateTime time;

    Jars(final long timeS) {
        time = LocalDateTime.ofEpochSecond(timeS, 0, ZoneOffset.UTC);
    }

    /** A jar of a folder of classes. */
    byte[] ofFolder(final Path folder) throws IOException {
        final Map<String, byte[]> files = new TreeMap<>();
        final List<Path> paths;
        try (Stream<Path> all = Files.walk(folder)) {
            paths = all.filter(Files::isRegularFile).toList();
        }
        for (final Path path : paths) {
            files.put(folder.relativize(path).toString(), Files.readAllBytes(path));
        }
        files.put(MANIFEST, "Manifest-Version: 1.0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return write(files);
    }

    /** A library's jar with only the files needed. */
    byte[] ofLibrary(final Path jar, final Predicate<String> wanted) throws IOException {
        return write(files(jar, wanted));
    }

    /** Files of a library's jar by their paths in it. */
    Map<String, byte[]> files(final Path jar, final Predicate<String> wanted) throws IOException {
        final Map<String, byte[]> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(entry -> !entry.isDirectory() && wanted.test(entry.getName()))
                    .forEach(entry -> files.put(entry.getName(), read(zip, entry)));
        } catch (final UncheckedIOException e) {
            throw e.getCause();
        }
        return files;
    }

    private static byte[] read(final ZipFile zip, final ZipEntry entry) {
        try {
            return zip.getInputStream(entry).readAllBytes();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The manifest first, where streaming readers expect it. */
    private byte[] write(final Map<String, byte[]> files) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            if (files.containsKey(MANIFEST)) {
                put(zip, MANIFEST, files.get(MANIFEST));
            }
            for (final Map.Entry<String, byte[]> file : files.entrySet()) {
                if (!file.getKey().equals(MANIFEST)) {
                    put(zip, file.getKey(), file.getValue());
                }
            }
        }
        return bytes.toByteArray();
    }

    private void put(final ZipOutputStream zip, final String name, final byte[] content) throws IOException {
        final ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(time);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
